import { pageCycle } from '@/auth/guard';
import { showTrial } from '@/features/applications/trial/handlers';
import { paths } from '@/lib/paths';

type Context = { params: Promise<{ code: string; role: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { code, role } = await params;
  const { cycle } = await pageCycle(code, 'form.view', paths.form(code));
  return showTrial(cycle, role);
}
