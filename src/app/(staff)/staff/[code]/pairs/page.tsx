import { pageCycle } from '@/auth/guard';
import { PairsPage } from '@/features/pairs/desk/components/pairs-page';
import { listPairs } from '@/features/pairs/desk/queries';
import { listCarers } from '@/features/pairs/liaisons/queries';
import { readPairShow } from '@/features/pairs/desk/schema';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ show?: string; spread?: string }> };

export const metadata = { title: 'Pairs' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'pair.view', paths.pairsDesk(code));
  const { show, spread = '' } = await searchParams;
  const pairs = await listPairs(cycle, { viewer: user, now }, false);
  const said = /^\d{1,4}$/.exec(String(spread))?.[0] ?? '';
  const carers = await listCarers({ cycleId: cycle.id, programId: cycle.programId }, now);
  const stand = { cycle, pairs, carers, now };
  return <PairsPage {...stand} show={readPairShow(show)} own={false} spread={said} />;
}
