import { pageCycle } from '@/auth/guard';
import { AddressesPage } from '@/features/announcements/addresses/components/addresses-page';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ saved?: string }> };

export const metadata = { title: 'Bad addresses' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { saved = '' } = await searchParams;
  const seat = await pageCycle(code, 'announcement.view', paths.badAddresses(code));
  return <AddressesPage {...seat} saved={String(saved)} />;
}
