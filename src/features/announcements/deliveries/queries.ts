import { z } from 'zod';
import { db } from '@/db/client';
import { MESSAGE_STATES } from '@/domain/message';

const stateSchema = z.enum(MESSAGE_STATES);
export const PAGE = 50;

/** `problem` stands for every state that needs a person. */
const PROBLEM_STATES: readonly string[] = ['failed', 'bounced', 'uncertain'];

type Filter = { releaseId: string; state: string; page: number; closed: readonly string[] };

const stateWhere = (state: string) =>
  state === 'problem' ? { state: { in: [...PROBLEM_STATES] } } : state ? { state } : {};

/** Letters of a release with where each stands, by name; what is closed to the viewer is left out. */
export async function listDeliveries({ releaseId, state, page, closed }: Filter) {
  const where = { releaseId, OR: [{ personId: null }, { personId: { notIn: [...closed] } }], ...stateWhere(state) };
  const [rows, total] = await Promise.all([
    db.outboxMessage.findMany({
      where,
      select: {
        id: true,
        toAddress: true,
        toName: true,
        subject: true,
        state: true,
        attempts: true,
        lastReply: true,
        settledAt: true,
        notBefore: true,
      },
      orderBy: [{ toName: 'asc' }, { id: 'asc' }],
      take: PAGE,
      skip: (page - 1) * PAGE,
    }),
    db.outboxMessage.count({ where }),
  ]);
  return { rows: rows.map((row) => ({ ...row, state: stateSchema.parse(row.state) })), total };
}
export type Delivery = Awaited<ReturnType<typeof listDeliveries>>['rows'][number];
