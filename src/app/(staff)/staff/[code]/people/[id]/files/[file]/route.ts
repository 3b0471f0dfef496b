import { pageCycle } from '@/auth/guard';
import { sendHelpedFile } from '@/features/applications/helping/answers/handlers';
import { paths } from '@/lib/paths';

type Context = { params: Promise<{ code: string; id: string; file: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { code, ...address } = await params;
  return sendHelpedFile(await pageCycle(code, 'people.view', paths.helped(code, address.id)), address);
}
