import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import type { LetterPart, PlannedLetter } from '@/domain/letters/release-plan';
import { asksNothing } from '@/domain/letters/values';
import { writeLetter } from '@/domain/letters/write';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { hashToken, newToken } from '@/lib/token';
import { signatureOf, composeMessage } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { letterCalendar } from '@/mail/templates/letter-calendar';
import { letterIntro, languageOf } from '@/mail/templates/outcome';
import { answerUrlOf, getAnnouncementCycle, previewConfirmUrl, type ReleaseDraft } from '../queries';
import { findLetterPreview } from '../reading/queries';
import type { SafeReasons, TestLetter } from './schema';

type Queued = { releaseId: string; draft: ReleaseDraft; holdUntil: Date };

/** A link of its own for every side of every match: only its hash is kept. */
function confirmLinks({ draft: { cycle, input } }: Queued, letters: readonly PlannedLetter[], now: Date) {
  const links = new Map<LetterPart, string>();
  const rows = letters.flatMap(({ parts, email }) =>
    parts.flatMap((part) => {
      if (!part.match || asksNothing(part, input)) return [];
      const token = newToken();
      links.set(part, `${appUrl()}${paths.confirmMatch(token)}`);
      return [
        {
          id: newId(now),
          organizationId: cycle.organizationId,
          purpose: 'confirm_match',
          tokenHash: hashToken(token),
          email,
          subjectId: part.match.id,
          createdAt: now,
          expiresAt: input.cycle.confirmBy,
        },
      ];
    }),
  );
  return { rows, urlOf: (part: LetterPart) => links.get(part) ?? previewConfirmUrl(part) };
}

/**
 * Writes down who is told what and queues every letter, held. The key of a mail names release and person, so that no
 * second letter can ever be queued for the same person in the same release.
 */
export async function queueLetters(tx: Tx, queued: Queued, now: Date): Promise<void> {
  const { releaseId, draft, holdUntil } = queued;
  const { organizationId } = draft.cycle;
  const { letters, outcomes } = draft.release;
  const links = confirmLinks(queued, letters, now);
  const written = letters.map((letter) => {
    const mail = writeLetter(letter, draft.input, links.urlOf);
    return {
      mail,
      intro: letterIntro(letter, mail, draft.cycle.program.name, answerUrlOf(draft.input, links.urlOf)),
      language: languageOf(letter),
      calendar: letterCalendar(letter, draft.cycle, draft.input, now),
      kept: writeLetter(letter, draft.input, previewConfirmUrl),
      standing: letter.standing.map((part) => ({ ...part })),
    };
  });
  await tx.outcome.createMany({
    data: outcomes.map((outcome) => ({ id: newId(now), organizationId, releaseId, ...outcome })),
  });
  await tx.token.createMany({ data: links.rows });
  await tx.letter.createMany({
    data: written.map(({ kept: { personId, language, subject, markdown }, standing }) => ({
      id: newId(now),
      organizationId,
      releaseId,
      personId,
      language,
      subject,
      markdown,
      standing,
    })),
  });
  await tx.outboxMessage.createMany({
    data: written.map(({ mail, intro, language, calendar }) => ({
      id: newId(now),
      organizationId,
      key: `outcome:${releaseId}:${mail.personId}`,
      kind: 'outcome',
      state: 'held',
      toAddress: mail.email,
      toName: mail.name,
      ...inLanguage(language, () => composeMessage(mail.subject, mail.markdown, signatureOf(draft.cycle), intro)),
      calendar,
      releaseId,
      personId: mail.personId,
      notBefore: holdUntil,
      createdAt: now,
    })),
  });
}

/** Sends one person's letter, as it would go out now, to the member who asks. */
export async function sendTestLetter(actor: UserActor, { cycleId, personId }: TestLetter, now: Date): Promise<void> {
  const cycle = await getAnnouncementCycle(db, cycleId);
  authorize(actor, 'announcement.view', { programId: cycle.programId }, now);
  if (actor.closed.includes(personId)) throw new Refusal('review.own_application');
  const preview = await findLetterPreview(cycleId, { personId, closed: actor.closed }, now);
  if (!preview) throw new Refusal('actor.forbidden');
  const { written, signature, intro, planned } = preview;
  const message = inLanguage(languageOf(planned), () =>
    composeMessage(`[Test] ${written.subject}`, written.markdown, signature, intro),
  );
  await db.$transaction(async (tx) => {
    await enqueue(
      tx,
      {
        ...message,
        organizationId: cycle.organizationId,
        key: `test:${newId(now)}`,
        kind: 'test',
        to: { address: actor.email, name: actor.name },
      },
      now,
    );
  });
}

/** Replaces the sentences both people of a match will read. */
export async function editSafeReasons(
  actor: UserActor,
  { matchId, reasons, version }: SafeReasons,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const match = await tx.match.findUnique({
      where: { id: matchId },
      select: {
        organizationId: true,
        cycleId: true,
        state: true,
        plan: { select: { cycle: { select: { programId: true } } } },
      },
    });
    if (!match) throw new Refusal('match.wrong_status');
    authorize(actor, 'template.edit', { programId: match.plan.cycle.programId }, now);
    const { count } = await tx.match.updateMany({
      where: { id: matchId, version, state: 'approved' },
      data: { safeReasons: reasons, version: { increment: 1 } },
    });
    if (count === 0) throw new Refusal('match.wrong_status');
    await recordEvent(tx, {
      actor,
      organizationId: match.organizationId,
      cycleId: match.cycleId,
      subjectType: 'match',
      subjectId: matchId,
      action: 'match.reasons_edited',
      detail: { reasons },
      at: now,
    });
  });
}
