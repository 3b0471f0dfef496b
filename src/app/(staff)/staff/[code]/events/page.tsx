import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { EventsPage } from '@/features/events/desk/components/events-page';
import { listEvents } from '@/features/events/desk/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }> };

export const metadata = { title: 'Events' };

export default async function Page({ params }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'event.view', paths.events(code));
  const events = await listEvents(cycle.id, { viewer: user, now });
  const edits = may(user, 'event.edit', { programId: cycle.programId }, now);
  return <EventsPage cycle={cycle} events={events} edits={edits} now={now} />;
}
