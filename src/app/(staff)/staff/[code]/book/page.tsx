import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { BookPage } from '@/features/cycles/book/components/book-page';
import { getBook } from '@/features/cycles/book/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export const metadata = { title: 'Cycle book' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'cycle.book', paths.cycleBook(code));
  const { done = '' } = await searchParams;
  const { book, notes } = await getBook(cycle, user, now);
  const setsUp = may(user, 'cycle.set_up', { programId: cycle.programId }, now);
  return <BookPage cycle={cycle} book={book} notes={notes} setsUp={setsUp} done={String(done)} now={now} />;
}
