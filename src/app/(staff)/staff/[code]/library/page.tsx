import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { LibraryPage } from '@/features/library/desk/components/library-page';
import { listLibrary } from '@/features/library/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export const metadata = { title: 'Library' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'library.view', paths.library(code));
  const edits = may(user, 'library.edit', { programId: cycle.programId }, now);
  const { done } = await searchParams;
  const entries = await listLibrary(cycle.programId);
  return <LibraryPage cycle={cycle} entries={entries} edits={edits} done={String(done ?? '')} />;
}
