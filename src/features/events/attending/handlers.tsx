import { overLimit } from '@/db/limits';
import type { UserActor } from '@/domain/actor';
import { writeTable } from '@/lib/csv';
import { paths } from '@/lib/paths';
import { isSameOrigin } from '@/lib/same-origin';
import { seeOther } from '@/ui/http';
import type { Attendee, DeskEvent } from '../desk/queries';
import { noteList } from './commands';

/** A mark that makes spreadsheets read the file as UTF-8. */
const MARK = '\ufeff';
const HEADINGS = ['Name', 'As', 'Answer', 'Place in line', 'To arrange', 'Came'];
const ANSWERS: Record<Attendee['state'], string> = { yes: 'yes', no: 'no', waiting: 'waitlist', none: '' };

const rowOf = ({ name, roles, state, line, arrange, came }: Attendee) => [
  name,
  roles.join(', '),
  ANSWERS[state],
  line > 0 ? line : '',
  arrange,
  came === null ? '' : came ? 'yes' : 'no',
];

type Asked = { user: UserActor; code: string; event: DeskEvent; now: Date };

/** Who is invited, answered and came, as a file. It is asked for with a POST: taking it is counted and told. */
export async function sendAttendees(request: Request, { user, code, event, now }: Asked): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  if ((await overLimit('export', user.userId)) > 0) return seeOther(paths.eventDesk(code, event.id, '?done=limit'));
  await noteList(user, { eventId: event.id, count: event.attendees.length }, now);
  return new Response(MARK + writeTable(HEADINGS, event.attendees.map(rowOf)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${code.toUpperCase()}-event.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
