/** The two roles a person can apply for. Their letters stand in references: F26-M-0012, F26-E-0031. */
export const ROLES = ['mentor', 'mentee'] as const;
export type Role = (typeof ROLES)[number];

/** What one pass through the form applies for. */
export const FORM_ROLES = ['mentor', 'mentee', 'both'] as const;
export type FormRole = (typeof FORM_ROLES)[number];

export const rolesOf = (form: FormRole): readonly Role[] => (form === 'both' ? ROLES : [form]);

export type Option = { readonly value: string; readonly label: string };

/** The framework "ALSC 2015": seven areas, in this order. */
export const COMPETENCIES = [
  { value: 'commitment', label: 'Commitment to Client Group' },
  { value: 'reference', label: 'Reference and User Services' },
  { value: 'programming', label: 'Programming Skills' },
  { value: 'materials', label: 'Knowledge, Curation, and Management of Materials' },
  { value: 'outreach', label: 'Outreach and Advocacy' },
  { value: 'management', label: 'Administrative and Management Skills' },
  { value: 'professionalism', label: 'Professionalism and Professional Development' },
] as const satisfies readonly Option[];

export const TOPICS = [
  { value: 'storytime', label: 'Storytime and early literacy' },
  { value: 'collection', label: 'Collection development' },
  { value: 'outreach', label: 'Outreach and partnerships' },
  { value: 'inclusion', label: 'Equity, diversity and inclusion' },
  { value: 'leadership', label: 'Leadership and supervision' },
  { value: 'technology', label: 'Technology and digital media' },
  { value: 'job-search', label: 'Job search and interviews' },
  { value: 'writing', label: 'Writing and publishing' },
  { value: 'association', label: 'Association service' },
  { value: 'well-being', label: 'Workplace well-being' },
] as const satisfies readonly Option[];

export const ACTIVITIES = [
  { value: 'create', label: 'Create something together' },
  { value: 'interviews', label: 'Practice interviews' },
  { value: 'discussion', label: 'Discuss a topic' },
  { value: 'reading', label: 'Read and write together' },
  { value: 'events', label: 'Attend association events' },
] as const satisfies readonly Option[];

export const MODES = [
  { value: 'video', label: 'Video call' },
  { value: 'phone', label: 'Phone' },
  { value: 'email', label: 'Email' },
  { value: 'chat', label: 'Chat or text messages' },
  { value: 'in-person', label: 'In person' },
] as const satisfies readonly Option[];

/** Parts of the week, in the person's own time zone. The hours behind each are in `matching/meeting.ts`. */
export const HOURS = [
  { value: 'weekday-morning', label: 'Weekday mornings' },
  { value: 'weekday-midday', label: 'Weekday middays' },
  { value: 'weekday-afternoon', label: 'Weekday afternoons' },
  { value: 'weekday-evening', label: 'Weekday evenings' },
  { value: 'weekend', label: 'Weekends' },
] as const satisfies readonly Option[];

export const LIBRARY_TYPES = [
  { value: 'public', label: 'Public library' },
  { value: 'school', label: 'School library' },
  { value: 'academic', label: 'Academic library' },
  { value: 'special', label: 'Special library or archive' },
  { value: 'publishing', label: 'Publishing or bookselling' },
  { value: 'other', label: 'Something else' },
] as const satisfies readonly Option[];

export const STAGES = [
  { value: 'student', label: 'Student' },
  { value: 'early', label: 'Early career' },
  { value: 'returning', label: 'Returning to the field' },
  { value: 'new-supervisor', label: 'New supervisor' },
  { value: 'experienced', label: 'Experienced and refining skills' },
  { value: 'other', label: 'Something else' },
] as const satisfies readonly Option[];

/** Who pairs: what the matcher may know of one application. Built from its answers; identity answers are never in it. */
type Profile = {
  applicationId: string;
  personId: string;
  /** 1 (uncomfortable) to 5 (comfortable); an area left out was not rated. */
  ratings: Readonly<Record<string, number>>;
  topics: readonly string[];
  activities: readonly string[];
  city: string;
  /** ISO 3166-2, such as `US-MN` or `CA-ON`; empty when unknown. */
  subdivision: string;
  /** IANA name; empty when unknown. */
  timeZone: string;
  /** Whether this person asked for a match nearby. Confidential to the committee. */
  wantsNearby: boolean;
  modes: readonly string[];
  hours: readonly string[];
  libraryType: string;
  employer: string;
};

export type MentorProfile = Profile & {
  /** How many mentees, 1 to 3. */
  places: number;
  /** Career stages this mentor likes to help; empty when none was named. */
  stages: readonly string[];
};

export type MenteeProfile = Profile & {
  /** Areas in which help was asked for. */
  wantsHelp: readonly string[];
  stage: string;
  /** Library type the mentee wants to work in; empty when not answered. */
  wantedLibraryType: string;
  /** 1, plus a capped credit for cycles left unmatched. */
  priority: number;
};
