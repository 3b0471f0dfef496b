/** Given and family names from many cultures, joined at random: nobody in particular. */
export const GIVEN_NAMES = [
  'Amara', 'Dana', 'Priya', 'Luis', 'Helen', 'Marc', 'Yuki', 'Fatima', 'Oskar', 'Ngozi', 'Mei', 'Tomas', 'Aisha', 'Leilani', 'Ivan', 'Zahra', 'Kofi',
  'Saoirse', 'Mateo', 'Hana', 'Bilal', 'Ingrid', 'Thanh', 'Rosa', 'Dmitri', 'Nia', 'Farid', 'Chiara', 'Samir', 'Wren', 'Ayodele', 'Linnea', 'Hiro',
  'Esperanza', 'Tariq', 'Maeve', 'Kwame', 'Soledad', 'Anouk', 'Ravi', 'Talia', 'Emeka', 'Noor', 'Pavel', 'Xochitl', 'Beatriz', 'Idris', 'Sunita',
] as const;

export const FAMILY_NAMES = [
  'Whitfield', 'Nair', 'Ortega', 'Osei', 'Delorme', 'Tanaka', 'Haddad', 'Lindqvist', 'Okafor', 'Chen', 'Novak', 'Rahman', 'Kealoha', 'Petrov', 'Mbeki',
  'Gallagher', 'Reyes', 'Kim', 'Siddiqui', 'Bergstrom', 'Nguyen', 'Castellanos', 'Volkov', 'Adeyemi', 'Rossi', 'Mansour', 'Thornbury', 'Yamada',
  'Villanueva', 'Aziz', 'Brennan', 'Mensah', 'Fuentes', 'Dubois', 'Iyer', 'Rosenthal', 'Eze', 'Hussain', 'Kowalczyk', 'Tlaxcala', 'Moreau', 'Bello',
] as const;

/** City, subdivision, zone: invented people live in real places. */
export const PLACES = [
  ['Minneapolis', 'US-MN', 'America/Chicago'], ['Duluth', 'US-MN', 'America/Chicago'], ['Madison', 'US-WI', 'America/Chicago'],
  ['Chicago', 'US-IL', 'America/Chicago'], ['Austin', 'US-TX', 'America/Chicago'], ['Denver', 'US-CO', 'America/Denver'],
  ['Seattle', 'US-WA', 'America/Los_Angeles'], ['Portland', 'US-OR', 'America/Los_Angeles'], ['Oakland', 'US-CA', 'America/Los_Angeles'],
  ['Albany', 'US-NY', 'America/New_York'], ['Brooklyn', 'US-NY', 'America/New_York'], ['Boston', 'US-MA', 'America/New_York'],
  ['Atlanta', 'US-GA', 'America/New_York'], ['Raleigh', 'US-NC', 'America/New_York'], ['Columbus', 'US-OH', 'America/New_York'],
  ['Toronto', 'CA-ON', 'America/Toronto'], ['Halifax', 'CA-NS', 'America/Halifax'], ['Phoenix', 'US-AZ', 'America/Phoenix'],
] as const;

export const EMPLOYERS = [
  'Riverbend Public Library', 'Maple County Library', 'Lakeshore School District', 'Northfield Public Library', 'Cedar Hill Library System',
  'Harborview Children’s Library', 'Prairie State University Library', 'Juniper Street Branch', 'Stonebridge Library', 'Sunrise Elementary School',
  'Willow Creek Public Library', 'Old Mill Books', 'Copper Canyon Library', 'Bayside Regional Library', 'Elm Grove Academy', 'Tidewater Library',
] as const;

export const TITLES = ['Children’s librarian', 'Youth services manager', 'School librarian', 'Library assistant', 'Branch manager', 'Graduate student', 'Outreach librarian'] as const;

export const GOALS = [
  'Plan a storytime series for toddlers that I can run on my own.', 'Feel ready for my first interview as a youth services librarian.',
  'Build partnerships with two schools near my branch.', 'Learn how to weed and rebuild a picture book collection.',
  'Lead a small team with more confidence.', 'Write a first article about our summer reading program.',
  'Understand how budgets are made, and ask for one.', 'Find my way into association committees.',
  'Make our programs welcoming for families who speak other languages at home.', 'Use data from the catalog to plan what we buy.',
] as const;

export const CONNECTIONS = [
  'I work at the children’s desk of a public library and run two storytimes a week.', 'I am in the second year of my library degree and volunteer in a school library.',
  'I came back to the field after five years at home and started in a branch this spring.', 'I was made supervisor of three colleagues in September.',
  'I have worked in collections for years and would like to move to youth services.', 'I run outreach visits to early childhood centers.',
] as const;

export const HOPES = [
  'I had a mentor who answered every small question, and I would like to pass that on.', 'I enjoy seeing how others solve the problems I had ten years ago.',
  'I want to stay close to what new librarians need today.', 'Somebody opened a door for me once. I would like to hold one open.',
] as const;
