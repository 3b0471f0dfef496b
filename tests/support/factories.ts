import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GrantRole, UserActor } from '@/domain/actor';
import type { FormRole } from '@/domain/mentoring';
import { db } from '@/db/client';
import { newId } from '@/lib/id';
import { createUser } from '../../prisma/demo/committee';
import { createApplication, createCycle, type DemoCycle, type Ground } from '../../prisma/demo/cycles';
import { inventPerson, type InventedPerson } from '../../prisma/demo/people';
import { CHILDREN, CYCLE_DATES } from '../../prisma/demo/programs';
import { seededRandom } from '../../prisma/demo/random';

/** The moment every test stands at: in the middle of the applications of a cycle made with the default dates. */
export const NOW = new Date('2030-01-15T18:00:00Z');

const ring = {
  masterKey: Buffer.alloc(32, 7).toString('base64url'),
  file: join(mkdtempSync(join(tmpdir(), 'bookend-keys-')), 'keys.json'),
};
/** The vault's key ring of the tests, for jobs that open answers. */
export const testRing = ring;

let count = 0;
const random = seededRandom(7);

export type TestProgram = { organizationId: string; programId: string };

export async function createProgram(over: Partial<typeof CHILDREN> = {}): Promise<TestProgram> {
  const [organizationId, programId] = [newId(NOW), newId(NOW)];
  const slug = `program-${++count}`;
  await db.organization.create({ data: { id: organizationId, name: 'Library Association', slug } });
  await db.program.create({ data: { id: programId, organizationId, ...CHILDREN, slug, ...over } });
  return { organizationId, programId };
}

const groundOf = ({ organizationId }: TestProgram): Ground => ({ tx: db, start: NOW, organizationId, ring });

type CycleOver = { code?: string; dates?: (typeof CYCLE_DATES)[keyof typeof CYCLE_DATES]; confirmation?: string };

/** A cycle that is open for applications at NOW, with its key; `dates` takes another of the demonstration's calendars. */
export const createTestCycle = (
  program: TestProgram,
  { code, dates = CYCLE_DATES.open, confirmation = 'none' }: CycleOver = {},
): Promise<DemoCycle> =>
  createCycle(groundOf(program), {
    programId: program.programId,
    code: code ?? `T${String(++count).padStart(2, '0')}`,
    name: 'Spring 2030',
    dates,
    confirmation,
  });

type Applying = {
  role?: FormRole;
  state?: string;
  person?: Partial<InventedPerson>;
  personId?: string;
  places?: number;
  submittedAt?: Date;
};

/** One complete application (two for both roles), so that a test states only what it is about. */
export async function createApplied(
  program: TestProgram,
  cycle: DemoCycle,
  { role = 'mentee', state = 'submitted', person = {}, personId, places = 1, submittedAt = NOW }: Applying = {},
) {
  const invented = { ...inventPerson(random, role === 'mentee' ? 'mentee' : 'mentor', ++count, places), ...person };
  return createApplication(groundOf(program), cycle, {
    person: invented,
    role,
    state,
    submittedAt,
    ...(personId ? { personId } : {}),
  });
}

/** A signed-in member with one role in the program. */
export async function createActor(
  program: TestProgram,
  role: GrantRole,
  name = `Member ${++count}`,
): Promise<UserActor> {
  const email = `member-${++count}@example.test`;
  const grant = { programId: program.programId, role };
  const { id, personId } = await createUser(groundOf(program), { name, email, grants: [grant] });
  return { kind: 'user', userId: id, personId, name, email, grants: [{ ...grant, until: null }], closed: [personId] };
}
