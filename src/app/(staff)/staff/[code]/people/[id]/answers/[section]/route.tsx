import { pageCycle } from '@/auth/guard';
import { showHelpPage, takeHelpPage } from '@/features/applications/helping/answers/handlers';
import { paths } from '@/lib/paths';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ code: string; id: string; section: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { code, ...address } = await params;
  return showHelpPage(await pageCycle(code, 'people.view', paths.helped(code, address.id)), address);
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { code, ...address } = await params;
  const helper = await pageCycle(code, 'people.view', paths.helped(code, address.id));
  return handled<typeof helper>((posted, found) => takeHelpPage(posted, found, address))(request, helper);
}
