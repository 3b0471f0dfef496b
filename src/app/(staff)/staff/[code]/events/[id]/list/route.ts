import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { sendAttendees } from '@/features/events/attending/handlers';
import { findEventFor } from '@/features/events/desk/queries';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';

type Context = { params: Promise<{ code: string; id: string }> };

/** A file is taken with a press: the history says who took it. */
export async function GET(_: Request, { params }: Context): Promise<never> {
  const { code } = await params;
  await pageCycle(code, 'event.edit', paths.events(code));
  notFound();
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { code, id } = await params;
  const { user, cycle, now } = await pageCycle(code, 'event.edit', paths.events(code));
  const event = isId(id) ? await findEventFor(cycle, id, { viewer: user, now }) : null;
  if (!event) notFound();
  return sendAttendees(request, { user, code: cycle.code, event, now });
}
