import { db } from '@/db/client';
import { isQuorate, isUnanimous, voteProblem, type BallotState } from '@/domain/ballot';
import { namesOf } from '@/features/matching/plans/queries';
import { isClosedPair, loadBallot, type BallotViewer, type LoadedBallot, type LoadedItem } from '../queries';

const OVER: readonly BallotState[] = ['approved', 'dropped'];

/**
 * Whether the viewer reads what others voted on a match: after their own vote, with its result, or when all is over. Whoever is
 * recused reads it only when all is over; whoever does not vote at all, any time.
 */
export function seesOthers(state: BallotState, item: LoadedItem, { userId, votes }: BallotViewer): boolean {
  if (!votes || OVER.includes(state)) return true;
  const mine = item.votes.find((vote) => vote.userId === userId);
  if (mine?.vote === 'recuse') return false;
  return mine !== undefined || item.result !== null;
}

/** One match as the viewer may see it. */
export function toSeen(ballot: LoadedBallot, item: LoadedItem, viewer: BallotViewer, now: Date) {
  const { userId } = viewer;
  const isOver = OVER.includes(ballot.state) || item.result !== null;
  const counts = (id: string) => isOver || ballot.members.some((member) => member.id === id);
  const mine = item.votes.find((vote) => vote.userId === userId) ?? null;
  const open = seesOthers(ballot.state, item, viewer);
  const standing = {
    ...ballot,
    onTable: ballot.tableItemId === item.id,
    resolved: item.result !== null,
    left: item.left,
  };
  const { id, fit, reasons, handMade, left, result, byConsent, note, version, tally, uncounted } = item;
  const people = { mentee: item.mentee, mentor: item.mentor };
  return {
    id,
    fit,
    reasons,
    handMade,
    left,
    result,
    byConsent,
    note,
    version,
    mentee: sideOf(people.mentee),
    mentor: sideOf(people.mentor),
    mine: mine && { vote: mine.vote, reason: mine.reason, version: mine.version },
    others: open ? item.votes.filter((vote) => vote.userId !== userId && counts(vote.userId)).map(toOther) : null,
    /** The whole count; null while it is hidden. How many have voted is told to everybody. */
    tally: open ? tally : null,
    cast: tally.cast,
    needed: tally.needed,
    quorate: isQuorate(tally),
    unanimous: open && isUnanimous(tally),
    uncounted,
    onTable: standing.onTable,
    takesVote: viewer.votes && voteProblem(standing, now) === null,
  };
}
export type SeenItem = ReturnType<typeof toSeen>;

const toOther = ({ name, vote, reason }: LoadedItem['votes'][number]) => ({ name, vote, reason });

const sideOf = ({ id, name, reference }: LoadedItem['mentee']) => ({ id, name, reference: reference ?? '' });

/** Who opened, closed and approved, by name. */
async function signedBy({ openedById, metById, closedById, approvedById, droppedById }: LoadedBallot) {
  const names = await namesOf([openedById, metById, closedById, approvedById, droppedById]);
  const of = (id: string | null) => names.get(id ?? '') ?? '';
  return {
    opened: of(openedById),
    met: of(metById),
    closed: of(closedById),
    approved: of(approvedById),
    dropped: of(droppedById),
  };
}

/** Figures over the matches that the viewer sees. */
function figuresOf(items: readonly SeenItem[]) {
  const staying = items.filter(({ left }) => !left);
  const count = (is: (item: SeenItem) => boolean) => staying.filter(is).length;
  return {
    matches: staying.length,
    left: items.length - staying.length,
    voted: count(({ mine }) => mine !== null),
    quorate: count(({ quorate }) => quorate),
    consent: count(({ byConsent }) => byConsent),
    carried: count(({ result }) => result === 'carried'),
    notCarried: count(({ result }) => result === 'not_carried'),
    later: count(({ result }) => result === 'later'),
    undecided: count(({ result }) => result === null),
  };
}

/** A ballot without what is closed to the viewer; null when there is none of this number. */
export async function findBallot(cycleId: string, number: number, viewer: BallotViewer, now: Date) {
  const ballot = await loadBallot({ cycleId, number }, now);
  if (!ballot) return null;
  return seenBallot(ballot, viewer, now);
}
export type SeenBallot = NonNullable<Awaited<ReturnType<typeof findBallot>>>;

/** What a page may show of a ballot that is loaded. */
export async function seenBallot(ballot: LoadedBallot, viewer: BallotViewer, now: Date) {
  const items = ballot.items
    .filter((item) => !isClosedPair(item, viewer))
    .map((item) => toSeen(ballot, item, viewer, now));
  const { id, number, state, quorum, version, planId, members } = ballot;
  const { closesAt, openedAt, metAt, closedAt, approvedAt, droppedAt } = ballot;
  return {
    id,
    number,
    state,
    quorum,
    version,
    planId,
    planNumber: ballot.plan.number,
    planState: ballot.plan.state,
    times: { closesAt, openedAt, metAt, closedAt, approvedAt, droppedAt },
    /** Votes are taken at home. */
    takesVotes: state === 'open' && now < closesAt,
    members: members.length,
    by: await signedBy(ballot),
    items,
    figures: figuresOf(items),
    added: await countAdded(ballot, viewer),
  };
}

/** Matches put into the plan since, but for the viewer's own. */
async function countAdded({ added, cycleId }: LoadedBallot, { closed }: BallotViewer): Promise<number> {
  if (added.length === 0) return 0;
  return db.match.count({
    where: {
      cycleId,
      id: { in: added.map(({ id }) => id) },
      mentor: { personId: { notIn: [...closed] } },
      mentee: { personId: { notIn: [...closed] } },
    },
  });
}
