import { db, type Tx } from '@/db/client';
import { messageStateOf } from '@/domain/message';

export const PAGE = 50;

/** `problem` stands for every state that needs a person. */
const PROBLEM_STATES: readonly string[] = ['failed', 'bounced', 'suppressed', 'uncertain'];

type Filter = {
  cycleId: string;
  /** Null before the first release. */
  releaseId: string | null;
  state: string;
  page: number;
  closed: readonly string[];
};

/** Problems are those of the whole cycle, with its mails to groups; everything else is of one release. */
const filterWhere = async ({ cycleId, releaseId, state }: Filter) =>
  state === 'problem'
    ? { AND: [await ofCycle(db, cycleId)], state: { in: [...PROBLEM_STATES] }, replacedById: null }
    : { releaseId: releaseId ?? cycleId, ...(state ? { state } : {}) };

const notClosed = (closed: readonly string[]) => ({ OR: [{ personId: null }, { personId: { notIn: [...closed] } }] });

const columns = {
  id: true,
  toAddress: true,
  toName: true,
  subject: true,
  state: true,
  attempts: true,
  lastReply: true,
  settledAt: true,
  notBefore: true,
  triedAt: true,
  personId: true,
  replacedById: true,
} as const;

/** Letters with where each stands, by name; what is closed to the viewer is left out. */
export async function listDeliveries(filter: Filter) {
  const { page, closed } = filter;
  const where = { ...(await filterWhere(filter)), ...notClosed(closed) };
  const [rows, total] = await Promise.all([
    db.outboxMessage.findMany({
      where,
      select: columns,
      orderBy: [{ toName: 'asc' }, { id: 'asc' }],
      take: PAGE,
      skip: (page - 1) * PAGE,
    }),
    db.outboxMessage.count({ where }),
  ]);
  const ids = rows.flatMap(({ personId }) => personId ?? []);
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, email: true } });
  const emailOf = new Map(people.map(({ id, email }) => [id, email]));
  return {
    rows: rows.map(({ personId, ...row }) => ({
      ...row,
      state: messageStateOf(row.state),
      /** Where the person is reached now. */
      address: emailOf.get(personId ?? '') ?? row.toAddress,
    })),
    total,
  };
}
export type Delivery = Awaited<ReturnType<typeof listDeliveries>>['rows'][number];

/** Mails of a cycle's releases and of its mails to groups. @param which also of those groups that were stopped, or not */
export async function ofCycle(tx: Tx, cycleId: string, which: 'all' | 'in force' = 'all') {
  const notStopped = which === 'all' ? {} : { state: { not: 'stopped' } };
  const releases = await tx.release.findMany({ where: { cycleId }, select: { id: true } });
  const notices = await tx.notice.findMany({ where: { cycleId, ...notStopped }, select: { id: true } });
  const among = (rows: { id: string }[]) => ({ in: rows.map(({ id }) => id) });
  return { OR: [{ releaseId: among(releases) }, { noticeId: among(notices) }] };
}

/** Letters of a cycle of which nobody knows whether they arrived, by name. */
export async function listUncertain(tx: Tx, { cycleId, closed }: { cycleId: string; closed: readonly string[] }) {
  return tx.outboxMessage.findMany({
    where: { state: 'uncertain', AND: [await ofCycle(tx, cycleId), notClosed(closed)] },
    select: columns,
    orderBy: [{ toName: 'asc' }, { id: 'asc' }],
  });
}
export type Uncertain = Awaited<ReturnType<typeof listUncertain>>[number];

/** Mails of the cycle that need a person. */
export const countProblems = async (cycleId: string, closed: readonly string[]): Promise<number> =>
  db.outboxMessage.count({
    where: {
      AND: [await ofCycle(db, cycleId), notClosed(closed)],
      state: { in: [...PROBLEM_STATES] },
      replacedById: null,
    },
  });

/** For a page. */
export const findUncertain = (cycleId: string, closed: readonly string[]) => listUncertain(db, { cycleId, closed });
