import { employerKey } from './matching/rules';

/** Somebody who judges or runs, as far as it tells whom they must not judge. */
export type Member = { userId: string; personId: string; email: string; employer: string; names: readonly string[] };
export type Candidate = { personId: string; name: string; email: string; employer: string };
export type Suspicion = { userId: string; personId: string; why: string };

/** Mail domains of everybody, and of consortia of many libraries: to share one says nothing. */
const PUBLIC_DOMAINS = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'msn.com',
  'yahoo.com',
  'ymail.com',
  'aol.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'proton.me',
  'protonmail.com',
  'gmx.com',
  'gmx.net',
  'mail.com',
  'comcast.net',
  'verizon.net',
  'att.net',
  'sbcglobal.net',
  'cox.net',
  'charter.net',
  'fastmail.com',
  'zoho.com',
  // Kept for examples: nobody works there.
  'example.com',
  'example.org',
  'example.test',
]);

const domainOf = (email: string): string => email.split('@')[1]?.toLowerCase() ?? '';

/** @param consortia domains that this program knows to be shared by many */
function reasonFor(member: Member, candidate: Candidate, consortia: readonly string[]): string | null {
  const employer = employerKey(candidate.employer);
  if (employer !== '' && employer === employerKey(member.employer)) return `Same employer: ${candidate.employer}`;
  const names = member.names.map(employerKey).filter((name) => name !== '');
  if (names.includes(employerKey(candidate.name))) return 'Named by the member';
  if (employer !== '' && names.includes(employer)) return `Employer named by the member: ${candidate.employer}`;
  const domain = domainOf(candidate.email);
  const says = domain !== '' && !PUBLIC_DOMAINS.has(domain) && !consortia.includes(domain);
  return says && domain === domainOf(member.email) ? `Same mail domain: ${domain}` : null;
}

/**
 * Conflicts that nobody has looked at yet. They are suggestions: chair or staff settle each.
 *
 * @param isKnown whether a conflict of the two was declared, found or dismissed before
 */
export const suspectedConflicts = (
  members: readonly Member[],
  candidates: readonly Candidate[],
  isKnown: (userId: string, personId: string) => boolean,
  consortia: readonly string[] = [],
): Suspicion[] =>
  members.flatMap((member) =>
    candidates.flatMap((candidate) => {
      if (candidate.personId === member.personId || isKnown(member.userId, candidate.personId)) return [];
      const why = reasonFor(member, candidate, consortia);
      return why === null ? [] : [{ userId: member.userId, personId: candidate.personId, why }];
    }),
  );
