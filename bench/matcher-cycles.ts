// Cycles to measure the matcher on: invented people, as they would apply.
import { COMPETENCIES } from '../src/domain/mentoring';
import { db } from '../src/db/client';
import { DEFAULT_WEIGHTS } from '../src/domain/matching/factors';
import { privateMatrix } from '../src/domain/matching/identity';
import { DEFAULT_RULES } from '../src/domain/matching/rules';
import { problemFor, scoreCycle, type MatchingCycle } from '../src/domain/matching/score-cycle';
import { solve } from '../src/domain/matching/solve';
import { verify } from '../src/domain/matching/verify';
import { menteeProfile, mentorProfile } from '../src/domain/profile';
import { DEFAULT_OPTIONS } from '../src/features/matching/inputs/schema';
import { requestRun } from '../src/features/matching/runs/commands';
import { runMatching } from '../src/jobs/run-matching';
import { newId } from '../src/lib/id';
import { createUser } from '../prisma/demo/committee';
import { createApplication, createCycle, type Ground } from '../prisma/demo/cycles';
import { drawPlaces, inventPerson } from '../prisma/demo/people';
import { CHILDREN, CYCLE_DATES } from '../prisma/demo/programs';
import { seededRandom } from '../prisma/demo/random';

export type Size = { mentees: number; mentors: number };
type Invented = { cycle: MatchingCycle; privatePart: Int32Array };

/** Employers are many here: among hundreds of people hardly two share one. */
const employed = (answers: Record<string, string | readonly string[]>, index: number) => ({
  ...answers,
  employer: `Library ${index % 400}`,
});

export function inventCycle({ mentees, mentors }: Size): Invented {
  const random = seededRandom(11);
  const people = Array.from({ length: mentees + mentors }, (_, index) => {
    const role = index < mentors ? ('mentor' as const) : ('mentee' as const);
    const places = role === 'mentor' ? drawPlaces(random) : 0;
    const person = inventPerson(random, role, index, places);
    const id = `${role}-${String(index).padStart(5, '0')}`;
    return { role, id, personId: id, places, answers: employed(person.answers, index), identity: person.identity };
  });
  const of = (role: string) => people.filter((person) => person.role === role);
  const jitter = () => random.whole(10_001);
  const sealed = (role: string) => of(role).map(({ id, identity }) => ({ id, answers: identity }));
  return {
    privatePart: privateMatrix(sealed('mentee'), sealed('mentor'), jitter),
    cycle: {
      mentees: of('mentee').map((row) => menteeProfile(row)),
      mentors: of('mentor').map(mentorProfile),
      weights: DEFAULT_WEIGHTS,
      rules: DEFAULT_RULES,
      facts: { participantVetoes: [], committeeVetoes: [], lastCycle: [], locks: [] },
      areas: COMPETENCIES,
      instant: new Date('2030-01-15T18:00:00Z'),
    },
  };
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
}

export function matchInMemory({ cycle, privatePart }: Invented) {
  const [scored, score] = timed(() => scoreCycle(cycle));
  const settings = { objective: 'participation', fairness: 'balanced', seed: 'bench', previous: [] } as const;
  const problem = { ...problemFor(scored, settings), privatePart };
  const [answer, solved] = timed(() => solve(problem));
  if (!answer) throw new Error('Cancelled.');
  const [faults, verified] = timed(() => verify(problem, answer));
  if (faults.length > 0) throw new Error(faults.join('; '));
  return { score, solve: solved, verify: verified };
}

type Environment = Record<string, string>;

/** From here on `db` is another role's. */
async function become(url: Environment): Promise<void> {
  await globalThis.bookendDb?.$disconnect();
  globalThis.bookendDb = undefined;
  delete process.env.WEB_DATABASE_URL;
  delete process.env.WORKER_DATABASE_URL;
  Object.assign(process.env, url);
}

async function createPeople(size: Size, ring: Ground['ring']) {
  const start = new Date();
  const random = seededRandom(12);
  const [organizationId, programId] = [newId(start), newId(start)];
  const ground: Ground = { tx: db, start, organizationId, ring };
  await db.organization.create({ data: { id: organizationId, name: 'Bench', slug: 'bench' } });
  await db.program.create({ data: { id: programId, organizationId, ...CHILDREN } });
  const grants = [{ programId, role: 'chair' as const }];
  const chair = await createUser(ground, { name: 'Chair', email: 'chair@example.test', grants });
  const cycle = await createCycle(ground, { programId, code: 'B30', name: 'Bench', dates: CYCLE_DATES.inReview });
  for (let index = 0; index < size.mentors + size.mentees; index += 1) {
    const role = index < size.mentors ? ('mentor' as const) : ('mentee' as const);
    const invented = inventPerson(random, role, index, role === 'mentor' ? drawPlaces(random) : 1);
    const person = { ...invented, answers: employed(invented.answers, index) };
    await createApplication(ground, cycle, { person, role, state: 'accepted', submittedAt: start });
  }
  const actor = {
    kind: 'user' as const,
    userId: chair.id,
    personId: chair.personId,
    name: chair.name,
    email: 'chair@example.test',
    grants: grants.map((grant) => ({ ...grant, until: null })),
    closed: [chair.personId],
  };
  return { actor, cycleId: cycle.id };
}

/** Times the job alone, as the worker role: reading, opening the vault, scoring, solving, proving, saving. */
export async function fillCycle(
  size: Size,
  { owner, worker }: { owner: Environment; worker: Environment },
  rounds: number,
) {
  const ring = { masterKey: owner.VAULT_KEY ?? '', file: owner.VAULT_KEY_FILE ?? '' };
  const asOwner = { WEB_DATABASE_URL: owner.WEB_DATABASE_URL ?? '' };
  const asWorker = { WORKER_DATABASE_URL: worker.WORKER_DATABASE_URL ?? '' };
  await become(asOwner);
  const { actor, cycleId } = await createPeople(size, ring);
  const times: number[] = [];
  for (let index = 0; index <= rounds; index += 1) {
    // An hour apart: the limit of runs is not what is measured.
    const runId = await requestRun(
      actor,
      { cycleId, options: DEFAULT_OPTIONS },
      new Date(Date.now() + index * 4_000_000),
    );
    await become(asWorker);
    await db.$queryRaw`SELECT 1`;
    const start = performance.now();
    await runMatching({ runId }, { attempts: 1, ring });
    times.push(performance.now() - start);
    const plan = await db.plan.findFirst({ where: { runId }, select: { matchedCount: true } });
    if (!plan?.matchedCount) throw new Error('No plan was saved.');
  }
  await become({});
  const [first = 0, ...warm] = times;
  return { first, warm };
}

if (process.argv[1]?.endsWith('matcher-cycles.ts')) {
  const [mentees = 0, mentors = 0] = process.argv.slice(2).map(Number);
  const cycle = inventCycle({ mentees, mentors });
  const { score, solve: solved, verify: verified } = matchInMemory(cycle);
  process.stdout.write(String(score + solved + verified));
}
