import { cycleDates } from '@/db/columns';
import { db } from '@/db/client';
import { answeredOf, closingPhase, closingWindow, isAssessed } from '@/domain/closing';
import { pairPhase } from '@/domain/pair';
import { shownName } from '@/features/applications/schema';
import { matchState } from '../schema';

/** The pairs of a person that they know of, the newest first, for the status page. */
export async function listPairsOf(personId: string, now: Date) {
  const name = { select: { personId: true, name: true, answers: true } } as const;
  const rows = await db.match.findMany({
    where: { OR: [{ mentor: { personId } }, { mentee: { personId } }], state: { notIn: ['proposed', 'approved'] } },
    select: {
      id: true,
      reference: true,
      state: true,
      cycleId: true,
      mentor: name,
      mentee: name,
      assessments: { select: { side: true, sentAt: true } },
      plan: { select: { cycle: { select: { ...cycleDates, assessmentOpensAt: true } } } },
    },
    orderBy: [{ createdAt: 'desc' }, { reference: 'asc' }],
  });
  return rows.flatMap(({ state, mentor, mentee, assessments, plan, ...row }) => {
    const phase = pairPhase(matchState.parse(state));
    const partner = mentor.personId === personId ? mentee : mentor;
    const shown = shownName(partner);
    const mine = mentor.personId === personId ? 'mentor' : 'mentee';
    const answered = answeredOf(assessments.find(({ side: one }) => one === mine) ?? null);
    const asked = isAssessed(state) && closingPhase(closingWindow(plan.cycle), now) === 'open';
    /** Whether the closing questions wait for this person. */
    const assess = asked && answered !== 'answered';
    return phase === null || phase === 'over' ? [] : [{ ...row, phase, partner: shown, assess }];
  });
}
export type OwnPair = Awaited<ReturnType<typeof listPairsOf>>[number];
