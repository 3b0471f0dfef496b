import { describe, expect, it } from 'vitest';
import { GRANT_ROLES, type Actor, type Grant, type GrantRole } from '@/domain/actor';
import { authorize, may, PERMISSIONS, programsWhere, type Permission } from '@/domain/permissions';

const NOW = new Date('2030-11-20T12:00:00Z');
const PROGRAM = 'program';

const user = (...grants: readonly Grant[]): Actor => ({
  kind: 'user',
  userId: 'u',
  personId: 'me',
  name: 'Ana Petrova',
  email: 'ana@example.test',
  grants,
  closed: ['me'],
});
const holder = (role: GrantRole, programId = PROGRAM, until: Date | null = null) => user({ programId, role, until });

const ACTORS = {
  administrator: holder('administrator'),
  staff: holder('staff'),
  chair: holder('chair'),
  deputy: holder('deputy'),
  reviewer: holder('reviewer'),
  funding_reviewer: holder('funding_reviewer'),
  concern_officer: holder('concern_officer'),
  participant: { kind: 'participant', personId: 'other' },
  visitor: { kind: 'visitor' },
  job: { kind: 'job', name: 'worker' },
} as const satisfies Record<string, Actor>;
type Who = keyof typeof ACTORS;

/** The whole table: who may do what to something of their program that belongs to the person "other". */
const EXPECTED: Record<Permission, readonly Who[]> = {
  'cycle.view': ['administrator', 'staff', 'chair', 'deputy', 'reviewer'],
  'application.list': ['administrator', 'staff', 'chair', 'deputy', 'reviewer'],
  'application.export': ['administrator', 'staff', 'chair', 'deputy'],
  'application.read': ['administrator', 'staff', 'chair', 'deputy', 'reviewer'],
  'application.withdraw': ['participant'],
  'application.read_own': ['participant'],
  'application.carry': ['participant'],
  'review.write': ['chair', 'deputy', 'reviewer'],
  'discussion.write': ['chair', 'deputy', 'reviewer'],
  'applicant.ask': ['chair', 'deputy', 'reviewer'],
  'conflict.settle': ['administrator', 'staff', 'chair', 'deputy'],
  'review.arrange': ['administrator', 'staff', 'chair', 'deputy'],
  'decision.stage': ['chair', 'deputy'],
  'eligibility.view': ['administrator', 'staff'],
  'eligibility.edit': ['administrator', 'staff'],
  'late_link.give': ['administrator', 'staff'],
  'people.join': ['administrator', 'staff'],
  'people.ask_back': ['administrator', 'staff'],
  'people.view': ['administrator', 'staff'],
  'application.help': ['administrator', 'staff'],
  'program.edit': ['administrator', 'staff'],
  'members.view': ['administrator', 'staff'],
  'members.manage': ['administrator'],
  'cycle.book': ['administrator', 'staff', 'chair', 'deputy'],
  'cycle.set_up': ['administrator', 'staff'],
  'form.view': ['administrator', 'staff', 'chair', 'deputy'],
  'form.edit': ['administrator', 'staff'],
  'participant_veto.read': ['administrator', 'staff'],
  'participant_veto.write': ['administrator', 'staff'],
  'matching.view': ['administrator', 'staff', 'chair', 'deputy', 'reviewer'],
  'matching.run': ['chair', 'deputy'],
  'matching.change': ['chair', 'deputy'],
  'plan.approve': ['chair', 'deputy'],
  'ballot.view': ['administrator', 'staff', 'chair', 'deputy', 'reviewer'],
  'ballot.vote': ['chair', 'deputy', 'reviewer'],
  'ballot.lead': ['chair', 'deputy'],
  'announcement.view': ['administrator', 'staff', 'chair', 'deputy'],
  'template.edit': ['administrator', 'staff'],
  'release.request': ['administrator', 'staff', 'chair', 'deputy'],
  'release.confirm': ['administrator', 'staff', 'chair', 'deputy'],
  'release.stop': ['administrator', 'staff', 'chair', 'deputy'],
  'delivery.mend': ['administrator', 'staff'],
  'confidentiality.view': ['administrator', 'staff', 'chair', 'deputy'],
  'funding.review': ['funding_reviewer'],
  'funding.decide': ['funding_reviewer'],
  'funding.set_up': ['administrator', 'staff'],
  'funding.missed': ['administrator', 'staff'],
  'closing.answer': ['participant'],
  'closing.view': ['administrator', 'staff', 'chair', 'deputy'],
  'closing.run': ['administrator', 'staff'],
  'funding.ask': ['participant'],
  'break_glass.use': ['administrator', 'staff'],
  'pair.keep': ['participant'],
  'pair.view': ['administrator', 'staff', 'chair', 'deputy'],
  'pair.move': ['administrator', 'staff'],
  'pair.arrange': ['administrator', 'staff', 'chair', 'deputy'],
  'event.view': ['administrator', 'staff', 'chair', 'deputy'],
  'event.edit': ['administrator', 'staff'],
  'event.mark': ['administrator', 'staff'],
  'event.answer': ['participant'],
  'library.view': ['administrator', 'staff', 'chair', 'deputy'],
  'library.edit': ['administrator', 'staff'],
  'pair.look_after': ['chair', 'deputy', 'reviewer'],
  'concern.read': ['concern_officer'],
  'pair.move_on': ['job'],
  'match.answer': ['participant'],
  'vault.open': ['job'],
  'reminder.send': ['job'],
  'bounce.take': ['job'],
  'retention.apply': ['job'],
  'counts.fold': ['job'],
};

const NAMES = Object.keys(ACTORS).filter((name): name is Who => name in ACTORS);
const allowed = (permission: Permission, subject: { programId: string; personId: string }) =>
  NAMES.filter((name) => may(ACTORS[name], permission, subject, NOW));

it('names every permission once', () => {
  expect([...PERMISSIONS].sort()).toEqual(Object.keys(EXPECTED).sort());
});

describe.each(PERMISSIONS)('%s', (permission) => {
  it('is given to exactly these', () => {
    expect(allowed(permission, { programId: PROGRAM, personId: 'other' })).toEqual(EXPECTED[permission]);
  });

  it('is given to no user in another program', () => {
    const users = allowed(permission, { programId: 'elsewhere', personId: 'other' });
    expect(users).toEqual(EXPECTED[permission].filter((who) => who === 'participant' || who === 'job'));
  });

  it('ends when the grant ends', () => {
    const ended = GRANT_ROLES.filter((role) =>
      may(holder(role, PROGRAM, NOW), permission, { programId: PROGRAM, personId: 'other' }, NOW),
    );
    expect(ended).toEqual([]);
  });
});

it.each([
  'application.read',
  'review.write',
  'decision.stage',
  'funding.review',
  'funding.decide',
  'concern.read',
] as const)('%s is refused for one’s own application', (permission) => {
  const everything = user(...GRANT_ROLES.map((role) => ({ programId: PROGRAM, role, until: null })));
  expect(may(everything, permission, { programId: PROGRAM, personId: 'me' }, NOW)).toBe(false);
  expect(may(everything, permission, { programId: PROGRAM, personId: 'other' }, NOW)).toBe(true);
});

it.each(['application.withdraw', 'application.read_own', 'match.answer', 'funding.ask', 'closing.answer'] as const)(
  '%s is refused for another person',
  (permission) => {
    expect(may({ kind: 'participant', personId: 'third' }, permission, { personId: 'other' }, NOW)).toBe(false);
  },
);

it('counts a grant until the moment it ends', () => {
  const soon = new Date(NOW.getTime() + 1);
  expect(may(holder('staff', PROGRAM, soon), 'cycle.view', { programId: PROGRAM }, NOW)).toBe(true);
});

it('refuses with a sentence', () => {
  expect(() => authorize({ kind: 'visitor' }, 'cycle.view', { programId: PROGRAM }, NOW)).toThrow(
    expect.objectContaining({ code: 'actor.forbidden', message: 'You do not have access to this.' }),
  );
});

it('names the programs in which somebody may do something, each once and only while a grant lasts', () => {
  const someone: Extract<Actor, { kind: 'user' }> = {
    kind: 'user',
    userId: 'u',
    personId: 'me',
    name: 'Ana Petrova',
    email: 'ana@example.test',
    grants: [
      { programId: 'a', role: 'staff', until: null },
      { programId: 'a', role: 'administrator', until: null },
      { programId: 'b', role: 'staff', until: NOW },
      { programId: 'c', role: 'reviewer', until: null },
      { programId: 'd', role: 'staff', until: null },
    ],
    closed: ['me'],
  };
  expect(programsWhere(someone, 'cycle.set_up', NOW)).toEqual(['a', 'd']);
});
