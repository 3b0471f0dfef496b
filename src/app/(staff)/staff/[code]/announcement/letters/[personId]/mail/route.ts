import { pageCycle } from '@/auth/guard';
import { showLetterMail } from '@/features/announcements/reading/handlers';
import { readLook } from '@/features/announcements/reading/schema';
import { paths } from '@/lib/paths';

type Context = { params: Promise<{ code: string; personId: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code, personId } = await params;
  const reader = await pageCycle(code, 'announcement.view', paths.letterMail(code, personId));
  return showLetterMail(reader, personId, readLook(new URL(request.url).searchParams));
}
