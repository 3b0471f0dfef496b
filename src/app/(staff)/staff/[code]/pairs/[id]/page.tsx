import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { PairDeskPage } from '@/features/pairs/desk/components/pair-desk-page';
import { findPairFor, listPairHistory } from '@/features/pairs/desk/queries';
import { listCarersFor } from '@/features/pairs/liaisons/queries';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<{ done?: string }> };

export const metadata = { title: 'Pair' };

export default async function Page({ params, searchParams }: Props) {
  const { code, id } = await params;
  const { user, cycle, now } = await pageCycle(code, 'pair.view', paths.pairDesk(code, id));
  const pair = isId(id) ? await findPairFor(cycle, id, { viewer: user, now }) : null;
  if (!pair) notFound();
  const subject = { programId: cycle.programId, personId: null };
  return (
    <PairDeskPage
      cycle={cycle}
      pair={pair}
      history={await listPairHistory(id)}
      carers={await listCarersFor(pair, cycle, now)}
      own={false}
      moves={may(user, 'pair.move', subject, now)}
      arranges={may(user, 'pair.arrange', subject, now)}
      done={String((await searchParams).done ?? '')}
      now={now}
    />
  );
}
