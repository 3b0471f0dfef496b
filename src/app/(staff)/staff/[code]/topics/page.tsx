import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { TopicsPage } from '@/features/topics/desk/components/topics-page';
import { listTopics } from '@/features/topics/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export const metadata = { title: 'Monthly topics' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'library.view', paths.topics(code));
  const edits = may(user, 'library.edit', { programId: cycle.programId }, now);
  const { done } = await searchParams;
  const topics = await listTopics(cycle.id, user);
  return <TopicsPage cycle={cycle} topics={topics} edits={edits} done={String(done ?? '')} now={now} />;
}
