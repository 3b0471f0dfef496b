import { pageCycle } from '@/auth/guard';
import { PairsPage } from '@/features/pairs/desk/components/pairs-page';
import { listPairs } from '@/features/pairs/desk/queries';
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
  return <PairsPage cycle={cycle} pairs={pairs} show={readPairShow(show)} own={false} spread={said} now={now} />;
}
