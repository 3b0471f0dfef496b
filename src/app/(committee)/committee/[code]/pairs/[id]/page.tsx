import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { PairDeskPage } from '@/features/pairs/desk/components/pair-desk-page';
import { findPairFor, listPairHistory } from '@/features/pairs/desk/queries';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<{ done?: string }> };

export const metadata = { title: 'Pair' };

/** The page of one's own pair: a pair of others looks like none, also to who leads. */
export default async function Page({ params, searchParams }: Props) {
  const { code, id } = await params;
  const { user, cycle, now } = await pageCycle(code, 'pair.look_after', paths.ownPair(code, id));
  const pair = isId(id) ? await findPairFor(cycle, id, { viewer: user, now }) : null;
  if (!pair || pair.liaisonId !== user.userId) notFound();
  return (
    <PairDeskPage
      cycle={cycle}
      pair={pair}
      history={await listPairHistory(id)}
      carers={[]}
      own
      moves={false}
      arranges={false}
      done={String((await searchParams).done ?? '')}
      now={now}
    />
  );
}
