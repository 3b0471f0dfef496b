import { db, type Prisma } from '@/db/client';
import { listEvents } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { pairHealth, type PairHealth } from '@/domain/pair-health';
import { readsTasks, TASK_KINDS, type TaskKind, type TaskReader } from '@/domain/pair-task';
import { may } from '@/domain/permissions';
import { listAttended } from '@/features/events/queries';
import { openSides } from '../queries';
import { matchState } from '../schema';

export type Cycle = { id: string; programId: string; startsAt: Date };
export type Viewing = { viewer: UserActor; now: Date };

/** States in which a match is a pair, or was one. */
export const LIVED = ['confirmed', 'active', 'on_hold', 'completed', 'ended_early'] as const;
const CHASED: readonly string[] = ['silence', 'no_contact'];

/** What this user reads of all pairs of a program, and of those they are the liaison of. */
export function careOf(viewer: UserActor, programId: string, now: Date) {
  const subject = { programId, personId: null };
  const office = may(viewer, 'pair.move', subject, now);
  const leads = may(viewer, 'decision.stage', subject, now);
  const liaison = may(viewer, 'pair.look_after', subject, now);
  const officer = may(viewer, 'concern.read', subject, now);
  return { office, leads, liaison, officer, all: may(viewer, 'pair.view', subject, now) };
}

function readersFor({ viewer, now }: Viewing, programId: string, isLiaison: boolean): TaskReader[] {
  const care = careOf(viewer, programId, now);
  return readsTasks({ ...care, liaison: isLiaison && care.liaison });
}

/** Pairs that this user may look at: all, or those they look after; none with anybody who is closed to them. */
function openTo(
  cycle: Pick<Cycle, 'id' | 'programId'>,
  { viewer, now }: Viewing,
  own: boolean,
): Prisma.MatchWhereInput {
  const { all, liaison } = careOf(viewer, cycle.programId, now);
  const mine = own || !all;
  return {
    cycleId: cycle.id,
    plan: { state: 'approved' },
    state: { in: [...LIVED] },
    ...openSides(viewer),
    ...(mine ? { liaisonId: viewer.userId } : {}),
    // Whoever is no member any more looks after nobody.
    ...(mine && !liaison ? { id: { in: [] } } : {}),
  };
}

const person = { select: { id: true, personId: true, name: true, reference: true, state: true } } as const;
const columns = {
  id: true,
  cycleId: true,
  reference: true,
  state: true,
  version: true,
  startedAt: true,
  contactStoppedAt: true,
  endedReason: true,
  liaisonId: true,
  liaison: { select: { name: true } },
  mentor: person,
  mentee: person,
  agreement: { select: { frequency: true, modes: true, savedAt: true } },
  goals: { select: { progress: true, savedAt: true } },
  meetings: { select: { day: true, mode: true, minutes: true }, orderBy: { day: 'desc' } },
  checkIns: { select: { contact: true, answeredAt: true } },
  tasks: { where: { closedAt: null }, select: { kind: true, reader: true } },
} satisfies Prisma.MatchSelect;
type Row = Prisma.MatchGetPayload<{ select: typeof columns }>;

const latest = (days: readonly Date[]): Date | null =>
  days.length > 0 ? new Date(Math.max(...days.map((day) => day.getTime()))) : null;

function standOf(row: Row, cycle: Cycle, readers: readonly TaskReader[], now: Date) {
  const { meetings, checkIns, goals, agreement, startedAt } = row;
  const days = meetings.map(({ day }) => day);
  const signs = [...checkIns.map((one) => one.answeredAt), ...goals.map((goal) => goal.savedAt)];
  const begun = startedAt ?? cycle.startsAt;
  const lastSignAt = latest([begun, ...days, ...signs, ...(agreement ? [agreement.savedAt] : [])]) ?? begun;
  const state = matchState.parse(row.state);
  const chased = row.tasks.some(({ kind }) => CHASED.includes(kind));
  const inTouch = checkIns.filter(({ contact }) => contact === 'in_touch').map((one) => one.answeredAt);
  return {
    state,
    health: pairHealth({ state, lastSignAt, chased }, now) ?? ('ended' satisfies PairHealth),
    lastContactAt: latest([...days, ...inTouch]),
    minutes: meetings.reduce((sum, { minutes }) => sum + minutes, 0),
    openTasks: row.tasks.filter(({ reader }) => readers.some((one) => one === reader)).length,
    goalsSet: goals.length,
    goalsReached: goals.filter(({ progress }) => progress === 'reached').length,
  };
}

/**
 * The pairs of a cycle as those see them who look after them, the ones that need somebody first.
 *
 * @param own only those the viewer is the liaison of
 */
export async function listPairs(cycle: Cycle, viewing: Viewing, own: boolean) {
  const rows = await db.match.findMany({
    where: openTo(cycle, viewing, own),
    select: columns,
    orderBy: [{ reference: 'asc' }, { id: 'asc' }],
  });
  const read = rows.map((row) => {
    const readers = readersFor(viewing, cycle.programId, row.liaisonId === viewing.viewer.userId);
    return { ...row, ...standOf(row, cycle, readers, viewing.now) };
  });
  return read.toSorted(
    (a, b) => b.openTasks - a.openTasks || Number(b.health === 'silent') - Number(a.health === 'silent'),
  );
}
export type PairRow = Awaited<ReturnType<typeof listPairs>>[number];

/** The events of the cycle at which either of the two was. */
async function attendedBy({ cycleId, mentor, mentee }: Row) {
  const names = new Map([mentor, mentee].map((one) => [one.personId, one.name || one.reference || '']));
  const ids = [mentor.personId, mentee.personId].filter((id) => id !== null);
  const rows = await listAttended(ids, cycleId);
  return rows.map(({ personId, event }) => ({ who: names.get(personId) ?? '', ...event }));
}

const taskKind = (kind: string): TaskKind => TASK_KINDS.find((one) => one === kind) ?? 'help';

/** One pair with all that this user may read of it; null when it is none of theirs. */
export async function findPairFor(cycle: Cycle, id: string, viewing: Viewing) {
  const { viewer, now } = viewing;
  const row = await db.match.findFirst({
    where: { AND: [openTo(cycle, viewing, false), { id }] },
    select: {
      ...columns,
      checkIns: {
        select: { side: true, key: true, contact: true, going: true, enough: true, words: true, answeredAt: true },
        orderBy: { answeredAt: 'desc' },
      },
    },
  });
  if (!row) return null;
  const readers = readersFor(viewing, cycle.programId, row.liaisonId === viewer.userId);
  const tasks = await db.pairTask.findMany({
    where: { matchId: id, reader: { in: readers } },
    select: {
      id: true,
      kind: true,
      about: true,
      raisedBy: true,
      reader: true,
      words: true,
      openedAt: true,
      closedAt: true,
      note: true,
      closedBy: { select: { name: true } },
    },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
  });
  const read = tasks.map((task) => ({ ...task, kind: taskKind(task.kind) }));
  return {
    ...row,
    ...standOf(row, cycle, readers, now),
    attended: await attendedBy(row),
    open: read.filter(({ closedAt }) => closedAt === null),
    closed: read.filter(({ closedAt }) => closedAt !== null),
  };
}
export type DeskPair = NonNullable<Awaited<ReturnType<typeof findPairFor>>>;
export type DeskTask = DeskPair['open'][number];

/** What the history of a pair tells. */
const TOLD_EVENTS = [
  'match.answered_yes',
  'match.started',
  'match.held',
  'match.resumed',
  'match.ended_early',
  'match.completed',
  'pair.agreed',
  'pair.goal_set',
  'pair.liaison_set',
] as const;

export const listPairHistory = (matchId: string) => listEvents([matchId], TOLD_EVENTS);
