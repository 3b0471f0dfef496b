import { pageCycle } from '@/auth/guard';
import { AnnouncementOverview } from '@/features/announcements/components/overview';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }> };

export const metadata = { title: 'Announcement' };

export default async function Page({ params }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'announcement.view', paths.announcement(code));
  return <AnnouncementOverview user={user} cycle={cycle} now={now} />;
}
