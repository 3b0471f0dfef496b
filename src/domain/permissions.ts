import { COMMITTEE, isClosedTo, isInForce, LEADS, type Actor, type GrantRole, type UserActor } from './actor';
import { Refusal } from './refusal';

/** What a rule may ask about the thing acted on. */
export type Subject = { programId?: string; personId?: string | null };

type Rule = (actor: Actor, subject: Subject, now: Date) => boolean;

const granted =
  (...roles: readonly GrantRole[]): Rule =>
  (actor, subject, now) =>
    actor.kind === 'user' &&
    actor.grants.some(
      (grant) => roles.includes(grant.role) && grant.programId === subject.programId && isInForce(grant, now),
    );

const notClosed: Rule = (actor, { personId }) => actor.kind === 'user' && !isClosedTo(actor, personId ?? null);
const self: Rule = (actor, { personId }) => actor.kind === 'participant' && actor.personId === personId;
const job: Rule = (actor) => actor.kind === 'job';
const both =
  (...rules: readonly Rule[]): Rule =>
  (actor, subject, now) =>
    rules.every((rule) => rule(actor, subject, now));

const OFFICE = ['administrator', 'staff'] as const;

/** Who may do what. What is not named here nobody may do. */
const RULES = {
  'cycle.view': granted(...OFFICE, ...COMMITTEE),
  'application.list': granted(...OFFICE, ...COMMITTEE),
  'application.export': granted(...OFFICE, ...LEADS),
  'application.read': both(granted(...OFFICE, ...COMMITTEE), notClosed),
  'application.withdraw': self,
  'application.read_own': self,
  'application.carry': self,
  'review.write': both(granted(...COMMITTEE), notClosed),
  'discussion.write': both(granted(...COMMITTEE), notClosed),
  'applicant.ask': both(granted(...COMMITTEE), notClosed),
  'conflict.settle': both(granted(...OFFICE, ...LEADS), notClosed),
  'review.arrange': granted(...OFFICE, ...LEADS),
  'decision.stage': both(granted(...LEADS), notClosed),
  'eligibility.view': granted(...OFFICE),
  'eligibility.edit': granted(...OFFICE),
  'late_link.give': granted(...OFFICE),
  'people.join': granted(...OFFICE),
  'people.view': granted(...OFFICE),
  'people.ask_back': granted(...OFFICE),
  'application.help': both(granted(...OFFICE), notClosed),
  'program.edit': granted(...OFFICE),
  'members.view': granted(...OFFICE),
  'members.manage': granted('administrator'),
  'cycle.set_up': granted(...OFFICE),
  'cycle.book': granted(...OFFICE, ...LEADS),
  'form.view': granted(...OFFICE, ...LEADS),
  'form.edit': granted(...OFFICE),
  'participant_veto.read': granted(...OFFICE),
  'participant_veto.write': granted(...OFFICE),
  'matching.view': granted(...OFFICE, ...COMMITTEE),
  'matching.run': granted(...LEADS),
  'matching.change': granted(...LEADS),
  'plan.approve': granted(...LEADS),
  'ballot.view': granted(...OFFICE, ...COMMITTEE),
  'ballot.vote': granted(...COMMITTEE),
  'ballot.lead': granted(...LEADS),
  'announcement.view': granted(...OFFICE, ...LEADS),
  'template.edit': granted(...OFFICE),
  'release.request': granted(...OFFICE, ...LEADS),
  'release.confirm': granted(...OFFICE, ...LEADS),
  'release.stop': granted(...OFFICE, ...LEADS),
  'delivery.mend': both(granted(...OFFICE), notClosed),
  'confidentiality.view': granted(...OFFICE, ...LEADS),
  'funding.review': both(granted('funding_reviewer'), notClosed),
  'funding.decide': both(granted('funding_reviewer'), notClosed),
  'funding.set_up': granted(...OFFICE),
  'funding.missed': granted(...OFFICE),
  'break_glass.use': both(granted(...OFFICE), notClosed),
  'match.answer': self,
  'pair.keep': self,
  'pair.view': both(granted(...OFFICE, ...LEADS), notClosed),
  'pair.move': both(granted(...OFFICE), notClosed),
  'pair.arrange': granted(...OFFICE, ...LEADS),
  'pair.look_after': both(granted(...COMMITTEE), notClosed),
  'concern.read': both(granted('concern_officer'), notClosed),
  'event.view': granted(...OFFICE, ...LEADS),
  'event.edit': granted(...OFFICE),
  'event.mark': both(granted(...OFFICE), notClosed),
  'event.answer': self,
  'library.view': granted(...OFFICE, ...LEADS),
  'library.edit': granted(...OFFICE),
  'closing.answer': self,
  'closing.view': both(granted(...OFFICE, ...LEADS), notClosed),
  'closing.run': both(granted(...OFFICE), notClosed),
  'funding.ask': self,
  'vault.open': job,
  'reminder.send': job,
  'pair.move_on': job,
  'bounce.take': job,
  'retention.apply': job,
  'counts.fold': job,
} satisfies Record<string, Rule>;
export type Permission = keyof typeof RULES;
export const PERMISSIONS = Object.keys(RULES).filter((name): name is Permission => name in RULES);

export const may = (actor: Actor, permission: Permission, subject: Subject, now: Date): boolean =>
  RULES[permission](actor, subject, now);

/** The programs in which a user may do something at all, each once. */
export const programsWhere = (user: UserActor, permission: Permission, now: Date): string[] =>
  [...new Set(user.grants.map(({ programId }) => programId))].filter((programId) =>
    may(user, permission, { programId, personId: null }, now),
  );

/** @throws {Refusal} `actor.forbidden` */
export function authorize(actor: Actor, permission: Permission, subject: Subject, now: Date): void {
  if (!may(actor, permission, subject, now)) throw new Refusal('actor.forbidden');
}
