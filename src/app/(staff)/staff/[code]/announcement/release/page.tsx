import { pageCycle } from '@/auth/guard';
import { ReleasePage } from '@/features/announcements/components/release-page';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }> };

export const metadata = { title: 'Release' };

export default async function Page({ params }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'announcement.view', paths.release(code));
  return <ReleasePage user={user} cycle={cycle} now={now} />;
}
