import { pageCycle } from '@/auth/guard';
import { showTrial, takeTrial } from '@/features/applications/trial/handlers';
import { paths } from '@/lib/paths';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ code: string; role: string; step: string }> };

/** A trial keeps nothing, so that a page read again begins anew. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { code, role } = await params;
  const { cycle } = await pageCycle(code, 'form.view', paths.form(code));
  return showTrial(cycle, role);
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { code, ...typed } = await params;
  const { cycle } = await pageCycle(code, 'form.view', paths.form(code));
  return handled<typeof cycle>((posted, found) => takeTrial(posted, found, typed))(request, cycle);
}
