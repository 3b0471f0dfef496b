import { pageCycle } from '@/auth/guard';
import { UncertainPage } from '@/features/announcements/deliveries/components/uncertain-page';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ saved?: string }> };

export const metadata = { title: 'Letters in doubt' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { saved } = await searchParams;
  const seat = await pageCycle(code, 'announcement.view', paths.uncertain(code));
  return <UncertainPage {...seat} saved={saved === 'yes'} />;
}
