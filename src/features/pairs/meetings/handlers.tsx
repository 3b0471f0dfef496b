import { postWait } from '@/auth/post-limit';
import { Refusal } from '@/domain/refusal';
import { dayOf } from '@/domain/dates';
import { isWritable } from '@/domain/pair';
import { clock } from '@/lib/clock';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { refusalInWords } from '@/lib/words/refusals';
import { say } from '@/lib/words/say';
import { html, readForm, seeOther, type PostedForm } from '@/ui/http';
import { waitText } from '@/ui/wait';
import { openPairAt } from '../home/handlers';
import type { Pair } from '../home/queries';
import { logMeeting, takeBackMeeting } from './commands';
import { MeetingsPage, type MeetingsPageProps } from './components/static/meetings-page';
import { readMeeting, type MeetingTyped } from './schema';

const SAID = ['met', 'back'] as const;

const today = ({ cycle }: Pair): MeetingTyped => ({ day: dayOf(clock.now(), cycle.timeZone), mode: '', minutes: '' });

const typedIn = (posted: PostedForm): MeetingTyped => ({
  day: posted.text('day'),
  mode: posted.text('mode'),
  minutes: posted.text('minutes'),
});

const page = (pair: Pair, shown: Partial<MeetingsPageProps> = {}, status = 200): Promise<Response> =>
  html(<MeetingsPage pair={pair} mayWrite={isWritable(pair.phase)} typed={today(pair)} {...shown} />, status);

export async function showMeetings(request: Request, name: string): Promise<Response> {
  const pair = await openPairAt(request, name);
  if (pair instanceof Response) return pair;
  const said = SAID.find((key) => new URL(request.url).searchParams.has(key));
  return page(pair, said ? { said: say(`pair.log_said_${said}`) } : {});
}

async function keep(pair: Pair, posted: PostedForm, name: string): Promise<Response> {
  const [typed, now] = [typedIn(posted), clock.now()];
  const read = readMeeting(typed, { told: pair.told, timeZone: pair.cycle.timeZone }, now);
  if ('problems' in read) return page(pair, { typed, problems: read.problems }, 422);
  await logMeeting(pair, read.input, now);
  return seeOther(paths.pairMeetings(name, '?met=1'));
}

/** Writes a meeting down, or takes one of one's own back: as `step` says. */
export async function takeMeeting(request: Request, name: string): Promise<Response> {
  const posted = await readForm(request);
  const pair = await openPairAt(request, name);
  if (pair instanceof Response) return pair;
  const wait = await postWait(request);
  if (wait > 0) return page(pair, { typed: typedIn(posted), refused: waitText(wait) }, 429);
  try {
    if (posted.text('step') !== 'back') return await keep(pair, posted, name);
    const id = posted.text('meeting');
    if (isId(id)) await takeBackMeeting(pair, id, clock.now());
    return seeOther(paths.pairMeetings(name, '?back=1'));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return page(pair, { typed: typedIn(posted), refused: refusalInWords(error) }, 409);
  }
}
