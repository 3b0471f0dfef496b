import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { NewNoticePage } from '@/features/announcements/notices/components/new-notice-page';
import { NoticePage } from '@/features/announcements/notices/components/notice-page';
import { SentPage } from '@/features/announcements/notices/components/sent-page';
import { findNotice, getSender, listAudience, listSent } from '@/features/announcements/notices/queries';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Mail to a group' };

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<{ done?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const { code, id } = await params;
  const { user, cycle, now } = await pageCycle(code, 'announcement.view', paths.notice(code, id));
  const mayWrite = may(user, 'template.edit', { programId: cycle.programId }, now);
  if (id === 'new' && mayWrite) return <NewNoticePage cycle={cycle} />;
  const notice = isId(id) ? await findNotice(cycle.id, id) : null;
  if (!notice || (notice.state === 'draft' && !mayWrite)) notFound();
  const { done = '' } = await searchParams;
  const shared = { cycle, notice, done: String(done) };
  if (notice.state !== 'draft')
    return <SentPage {...shared} sent={await listSent(notice.id, user)} mayStop={mayWrite} now={now} />;
  const sender = await getSender(cycle.id);
  return <NoticePage {...shared} user={user} sender={sender} audience={await listAudience(notice, user)} />;
}
