import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { listPlans } from '@/features/matching/plans/queries';
import { AnswersPage } from '@/features/pairs/answers/components/answers-page';
import { listAnswers } from '@/features/pairs/answers/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export const metadata = { title: 'Answers to the letters' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'announcement.view', paths.answers(code));
  const plans = await listPlans(cycle.id, { closed: user.closed, readsVetoes: false });
  return (
    <AnswersPage
      cycle={cycle}
      answers={await listAnswers(cycle.id, user)}
      plan={plans.find(({ state }) => state === 'approved')?.number ?? null}
      mayWrite={may(user, 'application.help', { programId: cycle.programId, personId: null }, now)}
      done={String((await searchParams).done ?? '')}
      now={now}
    />
  );
}
