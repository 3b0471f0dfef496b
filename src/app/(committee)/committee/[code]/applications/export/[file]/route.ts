import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { sendExport } from '@/features/applications/export/handlers';
import { EXPORT_FILES } from '@/features/applications/export/schema';
import { readFilter } from '@/features/applications/inbox/schema';
import { powersOf, viewerOf } from '@/features/reviews/queries';
import { paths } from '@/lib/paths';

type Context = { params: Promise<{ code: string; file: string }> };

/** A file is taken with a press: the history says who took it. */
export async function GET(_: Request, { params }: Context): Promise<never> {
  const { code } = await params;
  await pageCycle(code, 'application.export', paths.inbox(code));
  notFound();
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { code, file: wanted } = await params;
  const { user, cycle, now } = await pageCycle(code, 'application.export', paths.inbox(code));
  const file = EXPORT_FILES.find((name) => name === wanted) ?? notFound();
  const powers = powersOf(user, cycle, now);
  const filter = readFilter(new URL(request.url).searchParams, powers.reviews);
  return sendExport(request, { user, viewer: viewerOf(user, powers), cycle, filter, file, now });
}
