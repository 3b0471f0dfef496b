import { createHash } from 'node:crypto';
import { db } from '@/db/client';
import { isClosedPair, loadBallot, type BallotViewer, type LoadedBallot, type LoadedItem } from '../queries';
import { seenBallot, toSeen } from '../voting/queries';

/** Whether somebody in the meeting must not see this match: it is of their own application, or they recused themselves. */
export function isShut({ presences }: LoadedBallot, item: LoadedItem): boolean {
  return presences.some(
    ({ present, closed, userId }) =>
      present &&
      (isClosedPair(item, { closed }) || item.votes.some((vote) => vote.userId === userId && vote.vote === 'recuse')),
  );
}

/**
 * What the meeting goes through: all that is not on the consent agenda, what was put off last, without what somebody present,
 * or the viewer, must not see.
 */
export function agendaOf(ballot: LoadedBallot, viewer: Pick<BallotViewer, 'closed'>): LoadedItem[] {
  const open = ballot.items.filter(
    (item) => !item.byConsent && !item.left && !isClosedPair(item, viewer) && !isShut(ballot, item),
  );
  const isLater = ({ result }: LoadedItem) => result === 'later';
  return [...open.filter((item) => !isLater(item)), ...open.filter(isLater)];
}

/** What a viewer is told to be left out: never their own pair, for its absence would say that there is one. */
const countShut = (ballot: LoadedBallot, viewer: BallotViewer): number =>
  ballot.items.filter((item) => !item.left && !item.byConsent && !isClosedPair(item, viewer) && isShut(ballot, item))
    .length;

/** The meeting of a loaded ballot as the viewer sees it. */
async function toMeeting(ballot: LoadedBallot, viewer: BallotViewer, now: Date) {
  const { presences, tableItemId } = ballot;
  const agenda = agendaOf(ballot, viewer);
  const at = agenda.findIndex(({ id }) => id === tableItemId);
  const onTable = agenda[at];
  return {
    ballot: await seenBallot(ballot, viewer, now),
    table: onTable ? toSeen(ballot, onTable, viewer, now) : null,
    agenda: agenda.map((item) => toSeen(ballot, item, viewer, now)),
    previous: at > 0 ? (agenda[at - 1]?.id ?? null) : null,
    next: agenda[at + 1]?.id ?? null,
    shut: countShut(ballot, viewer),
    joined: presences.some(({ userId, present }) => present && userId === viewer.userId),
    present: presences.filter(({ present }) => present).map(({ userId, name, beats }) => ({ userId, name, beats })),
  };
}
export type Meeting = Awaited<ReturnType<typeof toMeeting>>;

export async function findMeeting(
  cycleId: string,
  number: number,
  viewer: BallotViewer,
  now: Date,
): Promise<Meeting | null> {
  const ballot = await loadBallot({ cycleId, number }, now);
  return ballot && toMeeting(ballot, viewer, now);
}

/**
 * A short word that changes when the meeting, as this viewer sees it, does: what they must not see moves nothing. Empty when there
 * is no such ballot.
 */
export async function meetingStamp(cycleId: string, number: number, viewer: BallotViewer, now: Date): Promise<string> {
  const meeting = await findMeeting(cycleId, number, viewer, now);
  return meeting ? stampOf(meeting) : '';
}

export const stampOf = (meeting: Meeting): string =>
  createHash('sha256').update(JSON.stringify(meeting)).digest('base64url').slice(0, 16);

export const findMeetingId = async (cycleId: string, number: number): Promise<string | null> =>
  (await db.ballot.findUnique({ where: { cycleId_number: { cycleId, number } }, select: { id: true } }))?.id ?? null;
