import type { Tx } from '@/db/client';
import { COMMITTEE } from '@/domain/actor';
import { textOf } from '@/domain/answers';
import { isInvited, type Audience, type EventRole } from '@/domain/event';
import { languageIn, type Language } from '@/domain/language';
import { TOLD } from '@/domain/match';
import { answersSchema, shownName } from '@/features/applications/schema';

export type EventPerson = {
  personId: string;
  name: string;
  email: string;
  language: Language;
  roles: readonly EventRole[];
  /** What they told us to arrange for them when they applied. */
  arrange: string;
  /** All their pairs rest: nothing is asked of them now. */
  resting: boolean;
};

const side = {
  select: {
    personId: true,
    name: true,
    language: true,
    state: true,
    answers: true,
    person: { select: { email: true } },
  },
} as const;
type Scope = { cycleId: string; cycle: { programId: string } };

/** The two of every pair that both know of; whoever has left or is forgotten is out. */
async function listPaired(tx: Tx, cycleId: string, personId?: string): Promise<EventPerson[]> {
  const rows = await tx.match.findMany({
    where: {
      cycleId,
      state: { in: [...TOLD] },
      ...(personId === undefined ? {} : { OR: [{ mentor: { personId } }, { mentee: { personId } }] }),
    },
    select: { state: true, contactStoppedAt: true, mentor: side, mentee: side },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ state, contactStoppedAt, ...two }) =>
    (['mentor', 'mentee'] as const).flatMap((role) => {
      const { personId: id, person, language, ...one } = two[role];
      if (!id || !person || one.state === 'withdrawn' || (personId !== undefined && id !== personId)) return [];
      if (person.email.startsWith('forgotten:')) return [];
      const arrange = textOf(answersSchema.parse(one.answers), 'arrange');
      const resting = state === 'on_hold' || contactStoppedAt !== null;
      const named = { name: shownName(one) || person.email, email: person.email, language: languageIn(language) };
      return [{ personId: id, ...named, roles: [role], arrange, resting }];
    }),
  );
}

async function listCommittee(tx: Tx, programId: string, now: Date, personId?: string): Promise<EventPerson[]> {
  const rows = await tx.grant.findMany({
    where: {
      programId,
      role: { in: [...COMMITTEE] },
      OR: [{ until: null }, { until: { gt: now } }],
      ...(personId === undefined ? {} : { user: { personId } }),
    },
    select: { user: { select: { personId: true, name: true, person: { select: { email: true } } } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ user: { personId: id, name, person } }) => ({
    personId: id,
    name,
    email: person.email,
    language: 'en',
    roles: ['committee'],
    arrange: '',
    resting: false,
  }));
}

const joined = (one: EventPerson, other: EventPerson): EventPerson => ({
  ...one,
  roles: [...new Set([...one.roles, ...other.roles])],
  arrange: one.arrange || other.arrange,
  resting: one.resting && other.resting,
});

/**
 * Everybody who may be invited to events of a cycle, each once with all that they are in it, by name.
 *
 * @param personId only this one
 */
export async function listEventPeople(tx: Tx, { cycleId, cycle }: Scope, now: Date, personId?: string) {
  const all = [
    ...(await listPaired(tx, cycleId, personId)),
    ...(await listCommittee(tx, cycle.programId, now, personId)),
  ];
  const people = new Map<string, EventPerson>();
  for (const one of all) {
    const before = people.get(one.personId);
    people.set(one.personId, before ? joined(before, one) : one);
  }
  return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

export const isFor = ({ audience }: { audience: readonly Audience[] }, { roles }: EventPerson): boolean =>
  isInvited(audience, roles);
