type Call = {
  programName: string;
  /** How a date is written in this program. */
  closesOn: string;
  /** Where one applies. */
  link: string;
};

/** "a, b and c" */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** A region, and an area as the cycle's framework words it. */
type Sought = { region: string; area: string };

/** How many findings one call names: a longer list asks nobody. */
const NAMED = 3;

/**
 * A draft of a call for mentors, for staff to edit: it names regions and areas, never a person and never how many wait,
 * which in a small region would tell who.
 */
export function callForMentors(findings: readonly Sought[], { programName, closesOn, link }: Call): string {
  const named = findings.slice(0, NAMED);
  const regions = [...new Set(named.map(({ region }) => region))];
  const areas = [...new Set(named.map(({ area }) => area))];
  const where =
    named.length === 0
      ? 'Wherever you are, and whatever you are best at, you are welcome.'
      : `This time we especially look for mentors in: ${listed(regions)}. Experience in ${listed(areas)} would help most.`;
  return [
    `${programName} looks for mentors.`,
    `${where} You need not know everything: a mentee learns from what you have done.`,
    `Mentors give a few hours a month, by video, phone or mail as suits both. Apply by ${closesOn}: ${link}`,
    'If this is not for you, please pass it on to a colleague who would be good at it.',
  ].join('\n\n');
}
