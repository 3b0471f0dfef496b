import { pageCycle } from '@/auth/guard';
import { GrowthDeskPage } from '@/features/closing/growth/components/growth-desk-page';
import { listGrowth } from '@/features/closing/growth/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }> };

export const metadata = { title: 'Growth' };

export default async function Page({ params }: Props) {
  const { code } = await params;
  const { user, cycle } = await pageCycle(code, 'closing.view', paths.closingGrowth(code));
  return <GrowthDeskPage cycle={cycle} growth={await listGrowth(cycle.id, user)} />;
}
