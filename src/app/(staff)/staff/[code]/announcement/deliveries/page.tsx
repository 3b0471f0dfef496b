import { pageCycle } from '@/auth/guard';
import { DeliveriesPage } from '@/features/announcements/components/deliveries-page';
import { MESSAGE_STATES } from '@/domain/message';
import { paths } from '@/lib/paths';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ state?: string; page?: string; saved?: string }>;
};

export const metadata = { title: 'Delivery log' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { state, page, saved } = await searchParams;
  const { user, cycle, now } = await pageCycle(code, 'announcement.view', paths.deliveries(code));
  const filter = {
    state: ['problem', ...MESSAGE_STATES].find((known) => known === state) ?? '',
    page: Math.max(1, Math.min(10_000, Number(page) || 1)),
  } as const;
  return <DeliveriesPage user={user} cycle={cycle} now={now} filter={filter} saved={saved === 'again'} />;
}
