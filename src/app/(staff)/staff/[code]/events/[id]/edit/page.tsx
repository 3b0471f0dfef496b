import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { EditEventPage } from '@/features/events/desk/components/edit-event-page';
import { findEventFor } from '@/features/events/desk/queries';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string; id: string }> };

export const metadata = { title: 'Change the event' };

export default async function Page({ params }: Props) {
  const { code, id } = await params;
  const { user, cycle, now } = await pageCycle(code, 'event.edit', paths.eventEdit(code, id));
  const event = isId(id) ? await findEventFor(cycle, id, { viewer: user, now }) : null;
  if (!event || event.cancelledAt) notFound();
  return <EditEventPage cycle={cycle} event={event} now={now} />;
}
