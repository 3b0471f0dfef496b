import { createCode, spendCode, type CodeDice, type TypedCode } from '@/auth/codes';
import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import { enqueueJob } from '@/db/jobs';
import { canMove, moved, APPLICATION_STATES } from '@/domain/application';
import { languageIn } from '@/domain/language';
import { Refusal } from '@/domain/refusal';
import { inLanguage } from '@/lib/language';
import { signatureOf } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { eraseCodeMail, erasedMail } from '@/mail/templates/erasing';
import type { EraseGround } from './queries';

const PURPOSE = 'erase';

type Person = { personId: string; email: string };
type Asking = { person: Person; ground: EraseGround };

/** Mails a fresh code: being signed in is not enough to erase everything. */
export async function askForEraseCode(
  { person: { personId, email }, ground }: Asking,
  dice: CodeDice,
  now: Date,
): Promise<void> {
  const { organizationId, cycle, language } = ground;
  await db.$transaction(async (tx) => {
    const id = await createCode(tx, { organizationId, purpose: PURPOSE, email, about: personId }, dice, now);
    const message = inLanguage(languageIn(language), () => eraseCodeMail(dice.code, signatureOf(cycle)));
    const to = { address: email };
    await enqueue(tx, { ...message, organizationId, key: `erase-code:${id}`, kind: 'sign_in', to, personId }, now);
  });
}

/** Whatever still waits for somebody is withdrawn first: the committee sees that it is gone, and repairs what hung on it. */
async function withdrawAll(tx: Tx, { personId }: Person, now: Date): Promise<void> {
  const rows = await tx.application.findMany({
    where: { OR: [{ personId }, { person: { mergedIntoId: personId } }] },
    select: { id: true, state: true, organizationId: true, cycleId: true },
  });
  for (const { id, organizationId, cycleId, ...row } of rows) {
    const state = APPLICATION_STATES.find((one) => one === row.state) ?? 'withdrawn';
    if (!canMove(state, 'withdraw')) continue;
    await tx.application.update({
      where: { id },
      data: { state: moved(state, 'withdraw'), withdrawnAt: now, version: { increment: 1 } },
    });
    const event = { subjectType: 'application', subjectId: id, action: 'application.withdrawn', at: now };
    await recordEvent(tx, { actor: { kind: 'participant', personId }, organizationId, cycleId, ...event });
  }
}

/**
 * Forgets a person in every cycle: all they gave, what was written about them, their address. What stays is that somebody took
 * part. The worker notes it outside the database, so that no restored backup brings them back.
 *
 * @throws {Refusal} `token.invalid`, `erase.signs_in`
 */
export async function eraseEverything(
  { person, ground }: Asking,
  typed: Pick<TypedCode, 'code' | 'secret'>,
  now: Date,
): Promise<void> {
  const { personId, email } = person;
  const code = { ...typed, email };
  if (!(await db.$transaction((tx) => spendCode(tx, code, { purpose: PURPOSE, about: personId }, now))))
    throw new Refusal('token.invalid');
  await db
    .$transaction(async (tx) => {
      const { organizationId, cycle, language } = ground;
      await tx.$queryRaw`SELECT id FROM persons WHERE id = ${personId}::uuid FOR UPDATE`;
      await withdrawAll(tx, person, now);
      const key = `erased:${personId}`;
      const message = inLanguage(languageIn(language), () => erasedMail(signatureOf(cycle)));
      await enqueue(tx, { ...message, organizationId, key, kind: 'erased', to: { address: email } }, now);
      const { id: mailId } = await tx.outboxMessage.findUniqueOrThrow({ where: { key }, select: { id: true } });
      await tx.$queryRaw`SELECT app.forget_person(${personId}::uuid, ${mailId}::uuid)::text`;
      const actor = { kind: 'participant', personId } as const;
      const event = { subjectType: 'person', subjectId: personId, action: 'person.erased', at: now };
      await recordEvent(tx, { actor, organizationId, ...event });
      const payload = { personId, at: now.toISOString() };
      await enqueueJob(tx, 'note-erasure', payload, `note-erasure:${personId}`);
    })
    .catch(refuseOn('forget_no_users', 'erase.signs_in'));
}
