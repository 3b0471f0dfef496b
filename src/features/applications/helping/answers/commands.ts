import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { textOf, type Answers } from '@/domain/answers';
import { changedFields, draftAfterHelp, withPage } from '@/domain/helping';
import { languageIn } from '@/domain/language';
import { ROLES } from '@/domain/mentoring';
import { answersFor, pick, placesFor, type Section } from '@/domain/questions';
import { Refusal } from '@/domain/refusal';
import { getForm } from '@/features/forms/queries';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { newToken } from '@/lib/token';
import { worded } from '@/lib/words/standard';
import { signatureOf } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { changedForYouMail } from '@/mail/templates/helping';
import { fullName } from '../../commands';
import { toJson } from '../../drafts/commands';
import { markOf } from '../../drafts/schema';
import type { FilledForm } from '../../queries';
import { answersSchema } from '../../schema';
import { submitDraft } from '../../sending/commands';
import type { SendResult } from '../../sending/schema';
import { lockForHelp, type LockedHelp } from '../commands';
import type { Helped } from '../queries';
import type { SendForInput } from './schema';

type Change = { helped: Helped; section: Section; answers: Answers; mark: string; reason: string; valid: boolean };
export type Changed = 'saved' | 'unchanged' | 'conflict';

const readForm = async (tx: Tx, draftId: string | null) =>
  draftId === null
    ? null
    : tx.draft.findUniqueOrThrow({
        where: { id: draftId },
        select: { id: true, answers: true, revision: true, sentRevision: true, savedSections: true },
      });
type LockedForm = NonNullable<Awaited<ReturnType<typeof readForm>>>;

/** The applicant's own form gets what staff changed; what was sent stays sent, and a new sending a key of its own. */
async function changeForm(tx: Tx, form: LockedForm, sent: Answers, change: Change, now: Date): Promise<void> {
  const { section, answers, valid } = change;
  const saved = valid && !form.savedSections.includes(section.key);
  await tx.draft.update({
    where: { id: form.id },
    data: {
      answers: toJson(draftAfterHelp(answersSchema.parse(form.answers), sent, section, answers)),
      revision: { increment: 1 },
      // The applicant's page that saved last is an older one now.
      savedIn: '',
      updatedAt: now,
      ...(saved ? { savedSections: [...form.savedSections, section.key] } : {}),
      ...(form.sentRevision === form.revision ? { sentRevision: form.revision + 1, submissionKey: newId(now) } : {}),
    },
  });
}

/** What was sent, with the page replaced; both applications of a form for both roles, where both are asked. */
async function changeApplications(tx: Tx, locked: LockedHelp, { section, answers }: Change): Promise<void> {
  const { id, draftId } = locked;
  const rows = await tx.application.findMany({
    where: { state: { notIn: ['draft', 'withdrawn'] }, ...(draftId ? { draftId } : { id }) },
    select: { id: true, role: true, answers: true, formVersion: true, name: true },
  });
  for (const row of rows) {
    const role = ROLES.find((one) => one === row.role) ?? 'mentee';
    const all = withPage(answersSchema.parse(row.answers), section, answers);
    const kept = answersFor(await getForm(row.formVersion), role, all);
    await tx.application.update({
      where: { id: row.id },
      data: {
        answers: toJson(kept),
        name: textOf(kept, 'name') || row.name,
        places: placesFor(role, kept),
        version: { increment: 1 },
      },
    });
  }
}

/** The person hears which page was changed, by whom and why; never what stands there. */
async function tell(tx: Tx, actor: UserActor, locked: LockedHelp, change: Change, now: Date): Promise<void> {
  const { id, organizationId, reference, email, personId, cycle, version, language } = locked;
  if (reference === null) return;
  const message = inLanguage(languageIn(language), () =>
    changedForYouMail(
      {
        cycleName: fullName(cycle),
        reference,
        staff: actor.name,
        reason: change.reason,
        pages: worded(change.section.title),
        statusUrl: `${appUrl()}${paths.status()}`,
      },
      signatureOf(cycle),
    ),
  );
  const [key, to] = [`changed-for:${id}:${version}`, { address: email }];
  await enqueue(tx, { ...message, organizationId, key, kind: 'helped', to, personId }, now);
}

/**
 * Writes one page of somebody's form down: of what was sent, or of a form that staff may fill in. `conflict` when its answers
 * are no longer those that the page was drawn with.
 *
 * @throws {Refusal} `help.withdrawn`, `help.closed_form`, `application.places_in_use`
 */
export async function changeAnswersFor(actor: UserActor, change: Change, now: Date): Promise<Changed> {
  const { helped, section, answers, mark, reason } = change;
  return db
    .$transaction(async (tx) => {
      const locked = await lockForHelp(tx, actor, helped.id, now);
      const form = await readForm(tx, locked.draftId);
      if (locked.state === 'withdrawn') throw new Refusal('help.withdrawn');
      if (locked.state === 'draft' && !helped.mayRead) throw new Refusal('help.closed_form');
      const isDraft = locked.state === 'draft';
      const { answers: sent } = await tx.application.findUniqueOrThrow({
        where: { id: helped.id },
        select: { answers: true },
      });
      const before = answersSchema.parse(isDraft ? (form?.answers ?? {}) : sent);
      const fields = changedFields(section, before, answers);
      if (markOf(pick(before, section.questions)) !== mark && fields.length > 0) return 'conflict';
      const news = isDraft && change.valid && !form?.savedSections.includes(section.key);
      if (fields.length === 0 && !news) return 'unchanged';
      if (form) await changeForm(tx, form, before, change, now);
      if (!isDraft) await changeApplications(tx, locked, change);
      await recordEvent(tx, {
        actor,
        organizationId: locked.organizationId,
        cycleId: locked.cycleId,
        ...(isDraft
          ? { subjectType: 'draft', subjectId: form?.id ?? helped.id, action: 'draft.changed_for' }
          : { subjectType: 'application', subjectId: helped.id, action: 'application.changed_for' }),
        reason,
        detail: { section: section.key, fields },
        at: now,
      });
      if (!isDraft) await tell(tx, actor, locked, change, now);
      return 'saved' as const;
    })
    .catch(refuseOn('match_capacity', 'application.places_in_use'));
}

/** Sends a form that was filled in for somebody, who agreed to its statement; the receipt goes to them as to everybody. */
export async function sendFor(
  actor: UserActor,
  { helped, form }: { helped: Helped; form: FilledForm },
  { submission_key, revision }: SendForInput,
  now: Date,
): Promise<SendResult> {
  if (!helped.mayRead) throw new Refusal('help.closed_form');
  await db.$transaction((tx) => lockForHelp(tx, actor, helped.id, now));
  const sending = { submission_key, revision, openedAt: now, token: newToken(), attest: 'yes' as const };
  const result = await inLanguage(languageIn(form.draft.language), () => submitDraft(form, sending, now));
  if (result === 'sent')
    await db.$transaction(async (tx) => {
      for (const { id } of form.draft.applications)
        await recordEvent(tx, {
          actor,
          organizationId: helped.organizationId,
          cycleId: helped.cycleId,
          subjectType: 'application',
          subjectId: id,
          action: 'application.sent_for',
          at: now,
        });
    });
  return result;
}
