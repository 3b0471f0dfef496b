const DAY_MS = 86_400_000;
const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

/** How long what people gave is kept, in days after what. */
export const KEPT_DAYS = {
  /** Forms that were never sent, after the last closing of their cycle. */
  unsentForm: 30,
  /** The words of a mail, after nothing more happens to it. */
  mailWords: 7,
  /** Addresses of computers, sign-ins and links, after they ended. */
  traces: 14,
} as const;

/** Answers, in months after the end of their cycle. */
export const KEPT_MONTHS = 12;

/** The moments before which things are forgotten at `now`. */
export function forgottenBefore(now: Date) {
  const yearAgo = new Date(now);
  yearAgo.setUTCMonth(yearAgo.getUTCMonth() - KEPT_MONTHS);
  return {
    unsentForms: daysBefore(now, KEPT_DAYS.unsentForm),
    mailWords: daysBefore(now, KEPT_DAYS.mailWords),
    traces: daysBefore(now, KEPT_DAYS.traces),
    answers: yearAgo,
  };
}
