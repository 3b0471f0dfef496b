import type { Row } from './matrix';
import { query } from './program';

/** Pages with forms of the active cycle: planning an event, one to come, editing it, one that is over, an entry, a topic. */
export async function eventPages(): Promise<string[]> {
  const [entry] = await query<{ id: string }>('SELECT id FROM library_activities ORDER BY position LIMIT 1');
  const [topic] = await query<{ id: string }>(
    'SELECT id FROM monthly_topics WHERE done_at IS NULL ORDER BY send_on DESC LIMIT 1',
  );
  const events = await query<{ code: string; id: string }>(
    `SELECT c.code, e.id FROM cycle_events e JOIN cycles c ON c.id = e.cycle_id ORDER BY e.starts_at DESC`,
  );
  const [coming, over] = [events[0], events.at(-1)];
  if (!coming || !over) throw new Error('The demonstration has no events.');
  const page = ({ code, id }: { code: string; id: string }) => `/staff/${code.toLowerCase()}/events/${id}`;
  const staff = `/staff/${coming.code.toLowerCase()}`;
  return [
    `${staff}/events/new`,
    page(coming),
    `${page(coming)}/edit`,
    page(over),
    `${staff}/library/${entry?.id}`,
    `${staff}/topics/${topic?.id}`,
  ];
}

/** Who may open the pages of events: staff and who leads the committee read, staff plan. */
export async function eventRows(staff: string): Promise<Record<string, Row>> {
  const [, coming = '', edit = '', , entry = '', topic = ''] = await eventPages();
  return {
    '(staff)/staff/[code]/events': { path: `${staff}/events`, allowed: ['chair', 'staff'] },
    '(staff)/staff/[code]/events/[id]': { path: coming, allowed: ['chair', 'staff'] },
    '(staff)/staff/[code]/events/[id]/edit': { path: edit, allowed: ['staff'] },
    '(staff)/staff/[code]/library': { path: `${staff}/library`, allowed: ['chair', 'staff'] },
    '(staff)/staff/[code]/library/[id]': { path: entry, allowed: ['staff'] },
    '(staff)/staff/[code]/topics': { path: `${staff}/topics`, allowed: ['chair', 'staff'] },
    '(staff)/staff/[code]/topics/[id]': { path: topic, allowed: ['staff'] },
    '(staff)/staff/[code]/events/[id]/list': { path: `${coming}/list`, allowed: [] },
  };
}
