import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { EntryPage } from '@/features/library/desk/components/entry-page';
import { listLibrary } from '@/features/library/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string; id: string }> };

export const metadata = { title: 'Entry of the library' };

export default async function Page({ params }: Props) {
  const { code, id } = await params;
  const { cycle } = await pageCycle(code, 'library.edit', paths.libraryEntry(code, id));
  const entries = await listLibrary(cycle.programId);
  const entry = entries.find((one) => one.id === id) ?? null;
  if (!entry && id !== 'new') notFound();
  const next = Math.max(0, ...entries.map(({ position }) => position)) + 1;
  return <EntryPage cycle={cycle} entry={entry} next={next} />;
}
