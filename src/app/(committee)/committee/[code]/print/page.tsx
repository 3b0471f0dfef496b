import { pageCycle } from '@/auth/guard';
import { countInbox } from '@/features/applications/inbox/counting/queries';
import { readFilter, searchOf } from '@/features/applications/inbox/schema';
import { PacketView } from '@/features/applications/packet/components/packet-view';
import { getPacket } from '@/features/applications/packet/queries';
import { powersOf, viewerOf } from '@/features/reviews/queries';
import { paths } from '@/lib/paths';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: 'Applications on paper' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const search = searchOf(await searchParams);
  const { user, cycle, now } = await pageCycle(code, 'application.list', paths.print(code, `?${search}`));
  const powers = powersOf(user, cycle, now);
  const [viewer, filter] = [viewerOf(user, powers), readFilter(search, powers.reviews)];
  const packet = await getPacket(cycle.id, viewer, filter, powers);
  const { total } = await countInbox(cycle.id, viewer, { ...filter, after: '', before: '' });
  return (
    <div className="stack">
      <h1>
        Applications, <span className="print-only">{cycle.program.name}, </span>
        {cycle.name}
      </h1>
      <PacketView cycle={cycle} filter={filter} packet={packet} total={total} who={user.name} now={now} />
    </div>
  );
}
