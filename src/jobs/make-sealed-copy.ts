import { z } from 'zod';
import { db } from '@/db/client';
import { languageIn } from '@/domain/language';
import { Refusal } from '@/domain/refusal';
import { breakGlassMail, copyMail } from '@/mail/templates/identity-mails';
import { enqueue } from '@/mail/outbox';
import { signatureOf, signedColumns } from '@/mail/compose';
import { clock } from '@/lib/clock';
import { workerEnv } from '@/lib/env';
import { inLanguage } from '@/lib/language';
import { log } from '@/lib/log';
import type { KeyRing } from '@/vault/keys';
import { sealCopy, type CopyContent } from '@/vault/copies';
import { openOne } from '@/vault/open';

const payloadSchema = z.object({ copyId: z.uuid() });
const CODE_VERSION = 'copy 1';
/** More than this many copies in an hour is no person asking: the worker stops and says so. */
const MOST_PER_HOUR = 30;
const HOUR_MS = 3_600_000;

export type CopyJob = { ring: KeyRing; breakGlass: boolean };

const copyColumns = {
  id: true,
  organizationId: true,
  kind: true,
  state: true,
  personId: true,
  applicationIds: true,
  reason: true,
  requestedById: true,
  confirmedById: true,
  publicKey: true,
  person: { select: { email: true } },
} as const;

const findOpenCopy = (id: string, now: Date) =>
  db.sealedCopy.findFirst({
    where: {
      id,
      expiresAt: { gt: now },
      OR: [
        { kind: 'export', state: 'asked' },
        { kind: 'break_glass', state: 'confirmed' },
      ],
    },
    select: copyColumns,
  });
type Copy = NonNullable<Awaited<ReturnType<typeof findOpenCopy>>>;

/** Only applications of the person, whatever the request says; of purged cycles nothing is left. */
const listApplications = ({ personId, person, applicationIds, organizationId }: Copy) =>
  db.application.findMany({
    where: {
      id: { in: applicationIds },
      organizationId,
      cycle: { keyId: { not: null } },
      OR: [{ personId }, { personId: null, email: person.email }],
    },
    select: {
      id: true,
      organizationId: true,
      language: true,
      cycle: {
        select: {
          id: true,
          name: true,
          program: { select: signedColumns },
        },
      },
    },
    orderBy: { id: 'asc' },
  });
type Opened = Awaited<ReturnType<typeof listApplications>>;

async function openAll(copy: Copy, applications: Opened, ring: KeyRing, now: Date): Promise<CopyContent> {
  const content: CopyContent = {};
  for (const { id, organizationId, cycle } of applications) {
    const opening = {
      organizationId,
      cycleId: cycle.id,
      runId: copy.id,
      purpose: copy.kind === 'export' ? 'export' : 'break-glass',
      codeVersion: CODE_VERSION,
      applicationId: id,
    };
    const answers = await openOne(db, ring, opening, now);
    if (answers) content[id] = answers;
  }
  return content;
}

const nameOf = async (id: string | null) =>
  id === null ? '' : (await db.user.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;

/** The person is told by the worker, in the transaction that keeps the copy: nobody can leave the mail out. */
async function letterOf(copy: Copy, [first]: Opened) {
  if (!first) return null;
  const cycleName = `${first.cycle.program.name}, ${first.cycle.name}`;
  const names = [await nameOf(copy.requestedById), await nameOf(copy.confirmedById)] as const;
  const signature = signatureOf(first.cycle);
  const message = inLanguage(languageIn(first.language), () =>
    copy.kind === 'export'
      ? copyMail(cycleName, signature)
      : breakGlassMail({ cycleName, names, reason: copy.reason }, signature),
  );
  return { message, to: { address: copy.person.email } };
}

async function assertAllowed(copy: Copy, { breakGlass }: CopyJob, now: Date): Promise<void> {
  if (copy.kind === 'break_glass' && !breakGlass) throw new Refusal('actor.forbidden');
  const since = new Date(now.getTime() - HOUR_MS);
  if ((await db.sealedCopy.count({ where: { madeAt: { gt: since } } })) >= MOST_PER_HOUR)
    throw new Refusal('limit.reached');
}

/**
 * Opens one person's answers, seals them for the one-time key of the request, and forgets them.
 *
 * Killed, it is run again and leaves one more line in the access log, never one less.
 */
export async function makeSealedCopy(payload: unknown, job: CopyJob, now: Date): Promise<void> {
  const { copyId } = payloadSchema.parse(payload);
  const copy = await findOpenCopy(copyId, now);
  if (!copy) return;
  try {
    await assertAllowed(copy, job, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log.error({ copyId, refused: error.code }, 'no copy made');
    await db.sealedCopy.updateMany({ where: { id: copyId, state: copy.state }, data: { state: 'ended' } });
    return;
  }
  const applications = await listApplications(copy);
  const sealed = sealCopy(await openAll(copy, applications, job.ring, now), copy);
  const letter = await letterOf(copy, applications);
  await db.$transaction(async (tx) => {
    const { count } = await tx.sealedCopy.updateMany({
      where: { id: copyId, state: copy.state },
      data: { state: 'made', sealed, madeAt: now },
    });
    if (count === 0 || !letter) return;
    const { organizationId, kind, personId } = copy;
    await enqueue(
      tx,
      { ...letter.message, organizationId, key: `${kind}:${copyId}`, kind, to: letter.to, personId },
      now,
    );
  });
}

export const makeSealedCopyJob = (payload: unknown): Promise<void> => {
  const { VAULT_KEY: masterKey, VAULT_KEY_FILE: file, BREAK_GLASS: breakGlass } = workerEnv();
  return makeSealedCopy(payload, { ring: { masterKey, file }, breakGlass }, clock.now());
};
