import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { FencedNote } from '@/features/matching/components/words';
import { GridView } from '@/features/matching/grid/components/grid-view';
import { findGrid } from '@/features/matching/grid/queries';
import { hasClosedApplication } from '@/features/matching/plans/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Grid of every pair' };

type Props = { params: Promise<{ code: string; number: string }>; searchParams: Promise<{ from?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const [{ code, number: typed }, { from }] = [await params, await searchParams];
  const number = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : notFound();
  const { user, cycle, now } = await pageCycle(code, 'matching.view', paths.planGrid(code, number));
  const subject = { programId: cycle.programId };
  const viewer = { closed: user.closed, readsVetoes: may(user, 'participant_veto.read', subject, now) };
  const start = /^\d{1,6}$/.test(String(from)) ? Number(from) : 0;
  const grid = await findGrid(cycle.id, { number, from: start, viewer });
  if (!grid) notFound();
  const desk = {
    workbench: paths.plan(cycle.code, number),
    code: cycle.code,
    number,
    cycleId: cycle.id,
    planId: grid.plan.id,
    version: grid.plan.version,
    mayChange: may(user, 'matching.change', subject, now) && cycle.releasedAt === null,
    open: grid.plan.state === 'proposed',
  };
  return (
    <div className="stack-l">
      {(await hasClosedApplication(cycle.id, viewer)) ? <FencedNote /> : null}
      <GridView desk={desk} grid={grid} />
    </div>
  );
}
