import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { DoneNote, StateTag } from '@/features/ballots/components/words';
import { Live } from '@/features/ballots/meeting/components/live';
import { MeetingView } from '@/features/ballots/meeting/components/meeting-view';
import { findMeeting, stampOf } from '@/features/ballots/meeting/queries';
import { powersOn } from '@/features/ballots/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Meeting' };

type Props = { params: Promise<{ code: string; number: string }>; searchParams: Promise<{ done?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const [{ code, number: typed }, { done }] = [await params, await searchParams];
  const number = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : notFound();
  const { user, cycle, now } = await pageCycle(code, 'ballot.view', paths.ballotMeeting(code, number));
  const viewer = powersOn(user, cycle.programId, now);
  const meeting = await findMeeting(cycle.id, number, viewer, now);
  if (!meeting) notFound();
  const { state } = meeting.ballot;
  const isWaiting = state === 'open' || state === 'meeting';
  return (
    <div className="stack">
      <p className="crumbs">
        <a href={paths.ballot(cycle.code, number)}>Ballot {number}</a>
      </p>
      <div className="between">
        <div className="row">
          <h1>Meeting</h1>
          {state === 'meeting' ? null : <StateTag state={state} />}
        </div>
        {isWaiting ? (
          <Live address={paths.ballotLive(cycle.code, number)} stamp={stampOf(meeting)} joined={meeting.joined} />
        ) : null}
      </div>
      {done === 'left' ? <DoneNote done="left" /> : null}
      <MeetingView meeting={meeting} seat={{ code: cycle.code, userId: user.userId, leads: viewer.leads }} />
    </div>
  );
}
