import type { Role } from './mentoring';

type Table = { headings: readonly string[]; rows: readonly { line: number; cells: readonly string[] }[] };
export type RosterMember = { email: string; name: string; validUntil: string | null };
export type RosterReading = { members: RosterMember[]; refused: { line: number; reason: string }[] };

const COLUMNS = {
  email: ['email', 'e-mail', 'email address', 'mail', 'address'],
  name: ['name', 'full name', 'member', 'member name'],
  first: ['first name', 'given name', 'first'],
  last: ['last name', 'surname', 'family name', 'last'],
  until: ['valid until', 'expires', 'expiry', 'expiration', 'expiration date', 'paid through', 'end date', 'until'],
} as const;

const columnOf = (headings: readonly string[], names: readonly string[]): number =>
  headings.findIndex((heading) => names.includes(heading.trim().toLowerCase().replaceAll('_', ' ')));

/** `2026-11-30`, `11/30/2026` or `30.11.2026` as `2026-11-30`; null for anything else. */
export function dayIn(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : american
      ? [american[3], american[1], american[2]]
      : dotted
        ? [dotted[3], dotted[2], dotted[1]]
        : [];
  if (!year || !month || !day) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? written : null;
}

/**
 * Members from a table with headings. A later line of the same address wins.
 *
 * @param normal the address as it is stored, or null when it is none
 * @returns null when no column holds addresses
 */
export function readRoster({ headings, rows }: Table, normal: (typed: string) => string | null): RosterReading | null {
  const at = Object.fromEntries(
    Object.entries(COLUMNS).map(([key, names]) => [key, columnOf(headings, names)] as const),
  );
  if (at.email === undefined || at.email < 0) return null;
  const members = new Map<string, RosterMember>();
  const refused: RosterReading['refused'] = [];
  for (const { line, cells } of rows) {
    const cell = (key: keyof typeof COLUMNS) => cells[at[key] ?? -1]?.trim() ?? '';
    const email = normal(cell('email'));
    const until = cell('until');
    const validUntil = until === '' ? null : dayIn(until);
    if (email === null) refused.push({ line, reason: `“${cell('email')}” is no address.` });
    else if (until !== '' && validUntil === null)
      refused.push({ line, reason: `“${until}” is no day such as 2026-11-30 or 11/30/2026.` });
    else
      members.set(email, {
        email,
        name: cell('name') || [cell('first'), cell('last')].filter(Boolean).join(' '),
        validUntil,
      });
  }
  return { members: [...members.values()], refused };
}

/** Which roles a rule of membership concerns. */
export const rolesNeedingMembership = (eligibility: Record<Role, readonly { key: string; kind: string }[]>): Role[] =>
  (['mentor', 'mentee'] as const).filter((role) =>
    eligibility[role].some(({ key, kind }) => key === 'member' && kind === 'must'),
  );
