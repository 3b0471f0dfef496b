import { pageCycle } from '@/auth/guard';
import { bookText } from '@/domain/cycle-book';
import { getBook } from '@/features/cycles/book/queries';
import { paths } from '@/lib/paths';

type Context = { params: Promise<{ code: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'cycle.book', paths.cycleBookText(code));
  const { book } = await getBook(cycle, user, now);
  return new Response(bookText(book), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="${cycle.code}-book.txt"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
