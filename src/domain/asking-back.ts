/** What decides whether somebody of an earlier cycle may be asked to mentor in this one. */
export type Former = {
  /** They have applied as mentor in this cycle already. */
  applied: boolean;
  /** They were asked in this cycle. */
  asked: boolean;
  /** They want no reminders. */
  quiet: boolean;
  /** Mail to their address came back. */
  refused: boolean;
};

/** `ask`: nothing speaks against it. The others name the first thing that does. */
export const BACK_STANDINGS = {
  ask: 'can be asked',
  applied: 'has applied already',
  asked: 'was asked',
  quiet: 'wants no such mail',
  refused: 'mail came back',
} as const;
export type BackStanding = keyof typeof BACK_STANDINGS;

export function backStanding({ applied, asked, quiet, refused }: Former): BackStanding {
  if (applied) return 'applied';
  if (asked) return 'asked';
  if (quiet) return 'quiet';
  return refused ? 'refused' : 'ask';
}

/** Who is asked, in the order of the page. */
export const BACK_GROUPS = {
  mentee: 'Former mentees: will they be a mentor now?',
  mentor: 'Former mentors: will they mentor again?',
} as const;
export type BackGroup = keyof typeof BACK_GROUPS;
