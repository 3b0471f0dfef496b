import { closingPhase, type ClosingWindow } from './closing';

const DAY_MS = 86_400_000;

/**
 * Every mail that asks for the closing answers. To add one, add a row: the job sends what is due, and the board says what
 * comes next. Each goes once to a person for all their pairs, and never to who has answered or wants no reminders.
 */
export const CLOSING_MAILS = [
  { key: 'opening', from: 'opens', days: 0 },
  { key: 'day_7', from: 'opens', days: 7 },
  { key: 'day_14', from: 'opens', days: 14 },
  { key: 'last_days', from: 'closes', days: -2 },
] as const satisfies readonly { key: string; from: 'opens' | 'closes'; days: number }[];
export type ClosingMailKey = (typeof CLOSING_MAILS)[number]['key'];
export type DatedMail = { key: ClosingMailKey; at: Date };

/** What fell due while nothing ran is still sent for so long; later it would be no news. */
const FRESH_DAYS = 3;

/** The mails with their moments, in order. In a short time those go that would fall on the last days or outside. */
export function closingMails({ opensAt, closesAt }: ClosingWindow): DatedMail[] {
  const at = { opens: opensAt, closes: closesAt };
  const dated = CLOSING_MAILS.map(({ key, from, days }) => ({ key, at: new Date(at[from].getTime() + days * DAY_MS) }));
  const last = dated.find(({ key }) => key === 'last_days');
  return dated.filter(
    (one) => one.key === 'opening' || (one.at > opensAt && (one === last || !last || one.at < last.at)),
  );
}

/** The mail whose time it is; null while nothing is due. Of several only the newest is news. */
export function dueMail(window: ClosingWindow, now: Date): DatedMail | null {
  if (closingPhase(window, now) !== 'open') return null;
  const due = closingMails(window).filter(({ at }) => at <= now && now.getTime() - at.getTime() < FRESH_DAYS * DAY_MS);
  return due.at(-1) ?? null;
}

/** What the board says comes next. */
export const nextMail = (window: ClosingWindow, now: Date): DatedMail | null =>
  closingMails(window).find(({ at }) => at > now) ?? null;
