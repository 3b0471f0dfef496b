import { db, type Tx } from '@/db/client';
import { inForceAt } from '@/db/grants';
import { isPresent, readQuorum, tallyOf, UNDER_WAY } from '@/domain/ballot';
import { COMMITTEE, isClosedTo, type UserActor } from '@/domain/actor';
import { may } from '@/domain/permissions';
import { storedReasons, storedResult, storedState, storedVote, tallySchema } from './schema';

const person = { select: { id: true, personId: true, name: true, reference: true, state: true } } as const;

const inForce = { where: { state: 'in_force' }, select: { personId: true } } as const;

const fields = {
  id: true,
  organizationId: true,
  cycleId: true,
  planId: true,
  number: true,
  state: true,
  quorum: true,
  closesAt: true,
  openedById: true,
  openedAt: true,
  metAt: true,
  metById: true,
  closedAt: true,
  closedById: true,
  approvedAt: true,
  approvedById: true,
  droppedAt: true,
  droppedById: true,
  tableItemId: true,
  version: true,
  cycle: { select: { programId: true, code: true, name: true, timeZone: true, program: { select: { name: true } } } },
  plan: {
    select: {
      number: true,
      state: true,
      version: true,
      matches: { select: { id: true, mentorApplicationId: true, menteeApplicationId: true } },
    },
  },
  items: {
    select: {
      id: true,
      mentorApplicationId: true,
      menteeApplicationId: true,
      position: true,
      fit: true,
      reasons: true,
      handMade: true,
      result: true,
      byConsent: true,
      note: true,
      resolvedAt: true,
      tally: true,
      leftBefore: true,
      version: true,
      mentor: person,
      mentee: person,
      votes: {
        select: { userId: true, vote: true, reason: true, version: true, user: { select: { name: true } } },
        orderBy: { votedAt: 'asc' },
      },
    },
    orderBy: { position: 'asc' },
  },
  presences: {
    select: {
      userId: true,
      joinedAt: true,
      seenAt: true,
      beats: true,
      leftAt: true,
      user: { select: { name: true, personId: true, conflicts: inForce } },
    },
    orderBy: { joinedAt: 'asc' },
  },
} as const;

/** People whom a user must not judge, themselves among them. */
const closedOf = ({ personId, conflicts }: { personId: string; conflicts: readonly { personId: string }[] }) => [
  personId,
  ...conflicts.map((conflict) => conflict.personId),
];

/** Who votes in a program now: chairs, deputies and reviewers whose term is not over. */
export async function listMembers(programId: string, now: Date, tx: Tx = db) {
  const rows = await tx.user.findMany({
    where: {
      grants: {
        some: { programId, role: { in: [...COMMITTEE] }, ...inForceAt(now) },
      },
    },
    select: { id: true, personId: true, name: true, email: true, conflicts: inForce },
    orderBy: { name: 'asc' },
  });
  return rows.map(({ conflicts, ...member }) => ({ ...member, closed: closedOf({ ...member, conflicts }) }));
}
type Members = Awaited<ReturnType<typeof listMembers>>;

const fetchRow = (where: { id: string } | { cycleId_number: { cycleId: string; number: number } }, tx: Tx) =>
  tx.ballot.findUnique({ where, select: fields });
type Row = NonNullable<Awaited<ReturnType<typeof fetchRow>>>;
type ItemRow = Row['items'][number];

type Sides = { mentor: { personId: string | null }; mentee: { personId: string | null } };

/** Whether a match is closed to somebody, counts included: of their own application, or of a person they must not judge. */
export const isClosedPair = ({ mentor, mentee }: Sides, viewer: Pick<UserActor, 'closed'>): boolean =>
  [mentor.personId, mentee.personId].some((personId) => isClosedTo(viewer, personId));

const key = ({
  menteeApplicationId,
  mentorApplicationId,
}: Pick<ItemRow, 'menteeApplicationId' | 'mentorApplicationId'>) => `${menteeApplicationId} ${mentorApplicationId}`;

function toItem(item: ItemRow, ballot: Row, { members, inPlan }: { members: Members; inPlan: ReadonlySet<string> }) {
  const votes = item.votes.map(({ vote, user, ...rest }) => ({
    ...rest,
    vote: storedVote.parse(vote),
    name: user.name,
  }));
  const fenced = members.filter((member) => isClosedPair(item, member)).map(({ id }) => id);
  const quorum = readQuorum(ballot.quorum) ?? 'half';
  const counted = tallyOf(votes, { members: members.map(({ id }) => id), fenced, quorum });
  const underWay = UNDER_WAY.includes(storedState.parse(ballot.state));
  const isThere = item.mentor.state === 'accepted' && item.mentee.state === 'accepted' && inPlan.has(key(item));
  return {
    ...item,
    votes,
    reasons: storedReasons.parse(item.reasons),
    result: storedResult.parse(item.result),
    /** As it was when the result was recorded; before that, as it stands. */
    tally: item.tally === null ? counted : tallySchema.parse(item.tally),
    counted,
    left: underWay ? !isThere : item.leftBefore,
    /** Votes of people who are no longer on the committee. */
    uncounted: votes.filter(({ userId }) => !members.some((member) => member.id === userId)).length,
  };
}
export type LoadedItem = ReturnType<typeof toItem>;

/** A ballot with everything in it, for commands and for the pages' own queries, which leave out what is closed to the viewer. */
export async function loadBallot(where: { id: string } | { cycleId: string; number: number }, now: Date, tx: Tx = db) {
  const row = await fetchRow('id' in where ? where : { cycleId_number: where }, tx);
  if (!row) return null;
  const members = await listMembers(row.cycle.programId, now, tx);
  const inPlan = new Set(row.plan.matches.map(key));
  const known = new Set(row.items.map(key));
  return {
    ...row,
    state: storedState.parse(row.state),
    quorum: readQuorum(row.quorum) ?? 'half',
    members,
    items: row.items.map((item) => toItem(item, row, { members, inPlan })),
    presences: row.presences.map(({ user, ...presence }) => ({
      ...presence,
      name: user.name,
      closed: closedOf(user),
      present: row.state === 'meeting' && isPresent(presence, now),
    })),
    /** Matches that somebody put into the plan after the ballot was opened: nobody votes on them. */
    added: row.plan.matches.filter((match) => !known.has(key(match))),
  };
}
export type LoadedBallot = NonNullable<Awaited<ReturnType<typeof loadBallot>>>;

/** What somebody may do with the ballots of a program. */
export function powersOn(user: UserActor, programId: string, now: Date) {
  const subject = { programId };
  return {
    userId: user.userId,
    closed: user.closed,
    votes: may(user, 'ballot.vote', subject, now),
    leads: may(user, 'ballot.lead', subject, now),
  };
}
export type BallotViewer = ReturnType<typeof powersOn>;
