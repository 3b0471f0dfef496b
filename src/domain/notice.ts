import type { ApplicationState, Outcome } from './application';
import type { Role } from './mentoring';

export const STANDINGS = ['applied', 'matched', 'waitlisted', 'not_matched', 'declined'] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_LABELS = {
  applied: 'Everybody who applied',
  matched: 'Told that they are matched',
  waitlisted: 'Told that they are on the waitlist',
  not_matched: 'Told that they are not matched',
  declined: 'Told that they are declined',
} as const satisfies Record<Standing, string>;

/** To whom a notice goes. */
export type Audience = { roles: readonly Role[]; standing: Standing };

/** One application of a person: what the person has been told of it, never what is decided and not told. */
export type Told = { role: Role; state: ApplicationState; told: Outcome | null };
export type NoticePerson = {
  personId: string;
  name: string;
  email: string;
  applications: readonly Told[];
  /** Mail to the address is not sent any more. */
  refused: boolean;
};
export type Sorted = { person: NoticePerson; why: string };

const ROLE_WORDS = { mentor: 'a mentor', mentee: 'a mentee' } as const;

const TOLD_WORDS: Record<Outcome, string> = {
  matched: 'was told: matched',
  waitlisted: 'was told: on the waitlist',
  not_matched: 'was told: not matched',
  declined: 'was told: declined',
  later: 'was told: the answer comes later',
};

/** Why an application is none that the audience names; null when it is one. */
function reasonOut({ roles, standing }: Audience, { role, state, told }: Told): string | null {
  if (state === 'draft') return 'did not send the form';
  if (state === 'withdrawn') return 'withdrew';
  if (!roles.includes(role)) return `applied as ${ROLE_WORDS[role]}`;
  if (standing === 'applied' || told === standing) return null;
  return told ? TOLD_WORDS[told] : 'was told nothing yet';
}

const inWords = ({ standing }: Audience, { role, told }: Told): string =>
  `${ROLE_WORDS[role]}${standing === 'applied' || !told ? '' : `, ${TOLD_WORDS[told]}`}`;

/**
 * Who gets a notice and who does not, each with the reason, in the order of `people`. A person is in with any one application;
 * nobody is in whose address takes no mail.
 */
export function sortAudience(people: readonly NoticePerson[], audience: Audience): { in: Sorted[]; out: Sorted[] } {
  const sorted = { in: [] as Sorted[], out: [] as Sorted[] };
  for (const person of people) {
    const checked = person.applications.map((application) => ({
      application,
      out: reasonOut(audience, application),
    }));
    const named = checked.filter(({ out }) => out === null);
    if (named.length === 0)
      sorted.out.push({ person, why: [...new Set(checked.flatMap(({ out }) => out ?? []))].join('; ') });
    else if (person.refused) sorted.out.push({ person, why: 'mail to this address was refused or came back' });
    else sorted.in.push({ person, why: named.map(({ application }) => inWords(audience, application)).join('; ') });
  }
  return sorted;
}

/** Fields that words to a group may use: what is true of everybody in it. */
export const NOTICE_FIELDS = ['name', 'program', 'cycle', 'starts', 'contact', 'status_link'] as const;
/** So long a notice can be stopped before its first mail goes. */
export const NOTICE_HOLD_MINUTES = 10;
