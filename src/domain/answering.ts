const DAY_MS = 86_400_000;
/** People are reminded this long before their time to answer is over. */
const REMIND_DAYS = 2;
/** Whoever has less time than this in all is reminded halfway. */
const SHORT_DAYS = 4;

/** Until when a match is answered: counted from the second person's yes to the letters. */
export const answerBy = (confirmedAt: Date, confirmDays: number): Date =>
  new Date(confirmedAt.getTime() + confirmDays * DAY_MS);

/** When the two of a match are reminded, once. */
export function remindAt(answeredBy: Date, confirmDays: number): Date {
  const before = confirmDays < SHORT_DAYS ? confirmDays / 2 : REMIND_DAYS;
  return new Date(answeredBy.getTime() - before * DAY_MS);
}

/** What is due for a match that not both have said yes to. */
export function dueOf({ answeredBy, confirmDays }: { answeredBy: Date; confirmDays: number }, now: Date) {
  if (now >= answeredBy) return 'expire' as const;
  return now >= remindAt(answeredBy, confirmDays) ? ('remind' as const) : null;
}
