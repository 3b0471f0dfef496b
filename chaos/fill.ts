import { db } from '../src/db/client';
import { MENTORING_2026 } from '../src/domain/forms/mentoring-2026';
import type { IdentityAnswers } from '../src/domain/matching/identity';
import { newId } from '../src/lib/id';
import { hashToken, newToken } from '../src/lib/token';
import { sealRecord } from '../src/vault/record';
import { NO_ANSWERS } from '../src/vault/seal';
import { createCycle, type DemoCycle } from '../prisma/demo/cycles';
import { inventPerson } from '../prisma/demo/people';
import { CHILDREN, CYCLE_DATES } from '../prisma/demo/programs';
import type { Random } from '../prisma/demo/random';
import { wordsOf, type Person } from './applicant';
import type { World } from './world';

const SESSION_MS = 50 * 60_000;
const AT_ONCE = 500;

export type Ground = { organizationId: string; programId: string };

export async function makeGround(slug: string): Promise<Ground> {
  const now = new Date();
  const [organizationId, programId] = [newId(now), newId(now)];
  await db.organization.create({ data: { id: organizationId, name: 'Library Association', slug } });
  await db.program.create({ data: { id: programId, organizationId, ...CHILDREN, slug } });
  return { organizationId, programId };
}

export type OpenCycle = DemoCycle & Ground;

/** A cycle that is open for applications. */
export async function makeCycle(world: World, ground: Ground, code: string): Promise<OpenCycle> {
  const { programId, organizationId } = ground;
  const made = await createCycle(
    { tx: db, start: new Date(), organizationId, ring: world.ring },
    { programId, code, name: `Chaos ${code}`, dates: CYCLE_DATES.open },
  );
  return { ...made, programId, organizationId };
}

let count = 0;

/** Invented people who have done nothing yet. */
export const newPeople = (random: Random, howMany: number): Person[] =>
  Array.from({ length: howMany }, () => {
    const number = ++count;
    const { email, answers } = inventPerson(random, 'mentee', number);
    const person = { number, email, answers: { ...answers, member: 'yes' }, token: null };
    return { ...person, answers: { ...person.answers, anything_else: wordsOf(person) } };
  });

/** What the database holds of somebody whose form is begun and misses one answer. */
function begun(cycle: OpenCycle, person: Person, now: Date) {
  const { organizationId, id: cycleId, keyId } = cycle;
  const { anything_else: _, ...answers } = person.answers;
  const [token, sessionId, draftId, applicationId] = [newToken(), newId(now), newId(now), newId(now)];
  const shared = { organizationId, cycleId, email: person.email };
  const later = new Date(now.getTime() + SESSION_MS);
  const place = { organizationId, cycleId, applicationId, keyId };
  return {
    token,
    session: {
      id: sessionId,
      tokenHash: hashToken(token),
      kind: 'participant',
      email: person.email,
      createdAt: now,
      lastSeenAt: now,
      idleExpiresAt: later,
      expiresAt: later,
    },
    draft: {
      ...shared,
      id: draftId,
      role: 'mentee',
      sessionId,
      answers: { ...answers },
      submissionKey: newId(now),
      startedAt: now,
      updatedAt: now,
      savedSections: MENTORING_2026.sections.map((section) => section.key),
    },
    application: { ...shared, id: applicationId, draftId, role: 'mentee', formVersion: 'mentoring-2026' },
    sealed: { id: applicationId, record: sealed(cycle, NO_ANSWERS, place).toString('hex') },
  };
}

const sealed = (cycle: OpenCycle, answers: IdentityAnswers, place: Parameters<typeof sealRecord>[2]) =>
  sealRecord(JSON.stringify(answers), cycle.publicKey, place);

/** People whose form is begun in their browser and misses one answer; in bulk, because thousands are needed. */
export async function beginForms(cycle: OpenCycle, people: readonly Person[]): Promise<Person[]> {
  const ready: Person[] = [];
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const now = new Date();
    const some = people.slice(from, from + AT_ONCE).map((person) => ({ person, rows: begun(cycle, person, now) }));
    const records = JSON.stringify(some.map(({ rows }) => rows.sealed));
    await db.session.createMany({ data: some.map(({ rows }) => rows.session) });
    await db.draft.createMany({ data: some.map(({ rows }) => rows.draft) });
    await db.application.createMany({ data: some.map(({ rows }) => rows.application) });
    await db.$executeRaw`
      INSERT INTO vault.answer (application_id, organization_id, cycle_id, key_id, sealed)
      SELECT r.id, ${cycle.organizationId}::uuid, ${cycle.id}::uuid, ${cycle.keyId}, decode(r.record, 'hex')
      FROM json_to_recordset(${records}::json) AS r(id uuid, record text)`;
    ready.push(...some.map(({ person, rows }) => ({ ...person, token: rows.token })));
  }
  return ready;
}
