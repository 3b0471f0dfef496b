import type { UserActor } from '@/domain/actor';
import { Refusal } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { eventStream } from '@/lib/event-stream';
import { isSameOrigin } from '@/lib/same-origin';
import { powersOn } from '../queries';
import { keepPresent } from './commands';
import { findMeetingId, meetingStamp } from './queries';

type Where = { user: UserActor; cycle: { id: string; programId: string }; number: number };

/** Tells a page of the meeting whenever there is something new to read; null when there is no such ballot. */
export async function streamMeeting(request: Request, { user, cycle, number }: Where): Promise<Response | null> {
  const viewer = powersOn(user, cycle.programId, clock.now());
  const read = () => meetingStamp(cycle.id, number, viewer, clock.now());
  return (await findMeetingId(cycle.id, number)) === null ? null : eventStream(request.signal, read);
}

/** A page of the meeting is still there. */
export async function takeBeat(request: Request, { user, cycle, number }: Where): Promise<Response | null> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const ballotId = await findMeetingId(cycle.id, number);
  if (ballotId === null) return null;
  try {
    await keepPresent(user, { ballotId }, clock.now());
    return new Response(null, { status: 204 });
  } catch (error) {
    // The meeting ended meanwhile; the page learns it by what it reads next.
    if (error instanceof Refusal) return new Response(null, { status: 409 });
    throw error;
  }
}
