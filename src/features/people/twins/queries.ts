import { db } from '@/db/client';
import { textOf } from '@/domain/answers';
import { suspectedTwins, type Applicant } from '@/domain/twins';
import { answersSchema } from '@/features/applications/schema';

/** Everybody who applied in a cycle, each person once, by their newest application. */
async function listApplicants(cycleId: string): Promise<Applicant[]> {
  const rows = await db.application.findMany({
    where: { cycleId, personId: { not: null }, state: { notIn: ['draft', 'withdrawn'] } },
    select: { personId: true, email: true, name: true, answers: true },
    orderBy: { submittedAt: 'asc' },
  });
  const people = new Map<string, Applicant>();
  for (const { personId, email, name, answers: stored } of rows) {
    const answers = answersSchema.parse(stored);
    const of = (field: string) => textOf(answers, field);
    if (personId)
      people.set(personId, { personId, email, name, phone: of('phone'), employer: of('employer'), city: of('city') });
  }
  return [...people.values()];
}

const keyOf = (a: string, b: string) => [a, b].sort().join();

/** People of a cycle who could be one, and whom staff have not looked at yet. */
export async function listTwins(cycle: { id: string; organizationId: string }) {
  const [people, verdicts] = await Promise.all([
    listApplicants(cycle.id),
    db.twinVerdict.findMany({
      where: { organizationId: cycle.organizationId },
      select: { firstId: true, secondId: true },
    }),
  ]);
  const decided = new Set(verdicts.map(({ firstId, secondId }) => keyOf(firstId, secondId)));
  return suspectedTwins(people, (a, b) => decided.has(keyOf(a, b)));
}
