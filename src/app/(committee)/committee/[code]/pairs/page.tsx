import { pageCycle } from '@/auth/guard';
import { PairsPage } from '@/features/pairs/desk/components/pairs-page';
import { listPairs } from '@/features/pairs/desk/queries';
import { readPairShow } from '@/features/pairs/desk/schema';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ show?: string }> };

export const metadata = { title: 'My pairs' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'pair.look_after', paths.ownPairs(code));
  const pairs = await listPairs(cycle, { viewer: user, now }, true);
  const show = readPairShow((await searchParams).show);
  return <PairsPage cycle={cycle} pairs={pairs} show={show} own spread="" carers={[]} now={now} />;
}
