import { db, type Tx } from '@/db/client';
import { inForceAt } from '@/db/grants';
import { messageStateOf } from '@/domain/message';
import { mayProbeAgain, PROBES, probeVerdict } from '@/domain/release';

export const probeKeys = (releaseId: string, round: number): string[] =>
  Array.from({ length: PROBES }, (_, index) => `probe:${releaseId}:${round}:${index + 1}`);

/** How the trial letters of a round stand; null before the first round. */
export async function findProbes(releaseId: string, round: number, tx: Tx = db) {
  if (round === 0) return null;
  const rows = await tx.outboxMessage.findMany({
    where: { key: { in: probeKeys(releaseId, round) } },
    select: { state: true, toAddress: true, lastReply: true },
    orderBy: { key: 'asc' },
  });
  const probes = rows.map((row) => ({ ...row, state: messageStateOf(row.state) }));
  const states = probes.map(({ state }) => state);
  return { probes, verdict: probeVerdict(states), mayTryAgain: mayProbeAgain(states) };
}
export type Probes = NonNullable<Awaited<ReturnType<typeof findProbes>>>;

type Where = { programId: string; first: readonly string[] };

/** Who gets trial letters: those who let the release go, then others of staff; from the beginning when there are fewer. */
export async function listProbeReaders(tx: Tx, { programId, first }: Where, now: Date) {
  const isOffice = { some: { programId, role: { in: ['administrator', 'staff'] }, ...inForceAt(now) } };
  const users = await tx.user.findMany({
    where: { OR: [{ id: { in: [...first] } }, { grants: isOffice }] },
    select: { id: true, name: true, email: true },
    orderBy: { id: 'asc' },
  });
  const rank = ({ id }: { id: string }) => (first.includes(id) ? first.indexOf(id) : first.length);
  const sorted = users.toSorted((a, b) => rank(a) - rank(b));
  return Array.from({ length: PROBES }, (_, index) => sorted[index % Math.max(1, sorted.length)]).flatMap((user) =>
    user ? [{ name: user.name, address: user.email }] : [],
  );
}
