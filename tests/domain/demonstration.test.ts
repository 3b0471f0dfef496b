import { expect, it } from 'vitest';
import { MENTORING_2026 } from '@/domain/forms/mentoring-2026';
import { pick, sectionsFor } from '@/domain/questions';
import { problemsOf } from '@/features/applications/schema';
import { inventPerson } from '../../prisma/demo/people';
import { seededRandom } from '../../prisma/demo/random';

it.each(['mentor', 'mentee'] as const)('every invented %s has a form that could be sent as it is', (role) => {
  const random = seededRandom(3);
  const sections = sectionsFor(MENTORING_2026, role, false);
  const problems = Array.from({ length: 300 }, (_, number) => inventPerson(random, role, number)).flatMap(
    ({ answers }) =>
      sections.flatMap((section) =>
        Object.entries(problemsOf(section, pick({ ...answers, member: 'yes' }, section.questions))),
      ),
  );
  expect(problems).toEqual([]);
});
