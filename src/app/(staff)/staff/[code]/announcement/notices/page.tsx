import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { NoticesPage } from '@/features/announcements/notices/components/notices-page';
import { listNotices } from '@/features/announcements/notices/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Mails to groups' };

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'announcement.view', paths.notices(code));
  const mayWrite = may(user, 'template.edit', { programId: cycle.programId }, now);
  return <NoticesPage cycle={cycle} notices={await listNotices(cycle.id)} mayWrite={mayWrite} now={now} />;
}
