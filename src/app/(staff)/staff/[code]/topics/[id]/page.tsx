import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { listShown } from '@/features/library/queries';
import { TopicPage } from '@/features/topics/desk/components/topic-page';
import { findTopic } from '@/features/topics/queries';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<{ from?: string }> };

export const metadata = { title: 'Topic' };

export default async function Page({ params, searchParams }: Props) {
  const { code, id } = await params;
  const { cycle } = await pageCycle(code, 'library.edit', paths.topic(code, id));
  const topic = isId(id) ? await findTopic(cycle.id, id) : null;
  if (topic ? topic.doneAt !== null : id !== 'new') notFound();
  const entries = await listShown(cycle.programId);
  const { from } = await searchParams;
  return (
    <TopicPage cycle={cycle} topic={topic} entries={entries} from={entries.find((one) => one.id === from) ?? null} />
  );
}
