import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { EditEventPage } from '@/features/events/desk/components/edit-event-page';
import { EventPage } from '@/features/events/desk/components/event-page';
import { findEventFor } from '@/features/events/desk/queries';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';

type Props = {
  params: Promise<{ code: string; id: string }>;
  searchParams: Promise<{ done?: string; count?: string }>;
};

export const metadata = { title: 'Event' };

export default async function Page({ params, searchParams }: Props) {
  const { code, id } = await params;
  const isNew = id === 'new';
  const { user, cycle, now } = await pageCycle(code, isNew ? 'event.edit' : 'event.view', paths.eventDesk(code, id));
  if (isNew) return <EditEventPage cycle={cycle} event={null} now={now} />;
  const event = isId(id) ? await findEventFor(cycle, id, { viewer: user, now }) : null;
  if (!event) notFound();
  const { done, count } = await searchParams;
  const counted = /^\d{1,6}$/.exec(String(count))?.[0] ?? '';
  return <EventPage cycle={cycle} event={event} done={String(done ?? '')} count={counted} now={now} />;
}
