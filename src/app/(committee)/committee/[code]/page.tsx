import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { lateStep, PHASE_LABELS } from '@/domain/cycle';
import { slipLines } from '@/domain/timeline';
import { FunnelView } from '@/features/cycles/home/components/funnel-view';
import { NextView } from '@/features/cycles/home/components/next-view';
import { ReviewersView } from '@/features/cycles/home/components/reviewers-view';
import { WaitingView } from '@/features/cycles/home/components/waiting-view';
import { getCycleHome } from '@/features/cycles/home/queries';
import { paths } from '@/lib/paths';
import { DateSlip } from '@/ui/static/date-slip';
import { Tag } from '@/ui/static/shapes';

type Props = { params: Promise<{ code: string }> };

export const metadata: Metadata = { title: 'Cycle home' };

export default async function Page({ params }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'cycle.view', paths.cycleHome(code));
  const home = await getCycleHome(user, cycle, now);
  const late = lateStep(cycle, home.acts, now) === null ? null : { title: 'The announcement', at: cycle.announceAt };
  return (
    <div className="stack-l">
      <div className="row">
        <h1>{cycle.name}</h1>
        <Tag tone="match">{PHASE_LABELS[home.standing.phase]}</Tag>
      </div>
      <div className="two">
        <div className="stack-l">
          <NextView
            allPairs={home.pairs.all}
            next={home.next}
            ballot={home.standing.ballot}
            code={cycle.code}
            late={late}
            timeZone={cycle.timeZone}
          />
          <WaitingView home={home} code={cycle.code} />
          <FunnelView funnel={home.funnel} />
        </div>
        <div className="stack">
          <DateSlip heading="Dates of this cycle" lines={slipLines(cycle, home.acts, now)} />
          <ReviewersView
            reviewers={home.reviewers}
            coverageHref={home.standing.announces ? paths.coverage(cycle.code) : null}
          />
        </div>
      </div>
    </div>
  );
}
