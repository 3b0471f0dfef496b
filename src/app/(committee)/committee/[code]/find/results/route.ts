import { pageCycle } from '@/auth/guard';
import { find } from '@/features/finder/queries';
import { wordsIn } from '@/features/finder/schema';
import { paths } from '@/lib/paths';

type Context = { params: Promise<{ code: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'cycle.view', paths.find(code));
  const found = await find(user, cycle, wordsIn(new URL(request.url).searchParams.get('q')), now);
  return Response.json(found, { headers: { 'Cache-Control': 'private, no-store' } });
}
