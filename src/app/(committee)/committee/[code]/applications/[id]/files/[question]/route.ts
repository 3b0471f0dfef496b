import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { findAnsweredFile } from '@/features/applications/files/queries';
import { download } from '@/features/applications/files/schema';
import { powersOf } from '@/features/reviews/queries';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';

type Context = { params: Promise<{ code: string; id: string; question: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { code, id, question } = await params;
  const { user, cycle, now } = await pageCycle(code, 'application.list', paths.inbox(code));
  const asked = { cycleId: cycle.id, applicationId: id, question };
  const file = isId(id) ? await findAnsweredFile(user, asked, powersOf(user, cycle, now)) : null;
  if (!file) notFound();
  return download(file);
}
