import { pageCycle } from '@/auth/guard';
import { quotesFile } from '@/features/closing/quotes/queries';
import { paths } from '@/lib/paths';

type Context = { params: Promise<{ code: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { code } = await params;
  const { user, cycle } = await pageCycle(code, 'closing.view', paths.closingQuotes(code));
  return new Response(await quotesFile(cycle, user), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${cycle.code}-quotes.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
