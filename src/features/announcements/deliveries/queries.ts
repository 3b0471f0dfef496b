import { db, type Tx } from '@/db/client';
import { messageStateOf } from '@/domain/message';

export const PAGE = 50;

/** `problem` stands for every state that needs a person. */
const PROBLEM_STATES: readonly string[] = ['failed', 'bounced', 'suppressed', 'uncertain'];

type Filter = { releaseId: string; state: string; page: number; closed: readonly string[] };

const stateWhere = (state: string) =>
  state === 'problem' ? { state: { in: [...PROBLEM_STATES] }, replacedById: null } : state ? { state } : {};

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

/** Letters of a release with where each stands, by name; what is closed to the viewer is left out. */
export async function listDeliveries({ releaseId, state, page, closed }: Filter) {
  const where = { releaseId, ...notClosed(closed), ...stateWhere(state) };
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

/** Letters of a cycle of which nobody knows whether they arrived, by name. */
export async function listUncertain(tx: Tx, { cycleId, closed }: { cycleId: string; closed: readonly string[] }) {
  const releases = await tx.release.findMany({ where: { cycleId }, select: { id: true } });
  return tx.outboxMessage.findMany({
    where: { state: 'uncertain', releaseId: { in: releases.map(({ id }) => id) }, ...notClosed(closed) },
    select: columns,
    orderBy: [{ toName: 'asc' }, { id: 'asc' }],
  });
}
export type Uncertain = Awaited<ReturnType<typeof listUncertain>>[number];

/** For a page. */
export const findUncertain = (cycleId: string, closed: readonly string[]) => listUncertain(db, { cycleId, closed });
