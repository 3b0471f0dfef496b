import { pageCycle } from '@/auth/guard';
import { showHelpCheck, takeHelpCheck } from '@/features/applications/helping/answers/handlers';
import { paths } from '@/lib/paths';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ code: string; id: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { code, id } = await params;
  return showHelpCheck(await pageCycle(code, 'people.view', paths.helped(code, id)), id);
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { code, id } = await params;
  const helper = await pageCycle(code, 'people.view', paths.helped(code, id));
  return handled<typeof helper>((posted, found) => takeHelpCheck(posted, found, id))(request, helper);
}
