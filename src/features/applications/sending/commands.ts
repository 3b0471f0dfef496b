import { answerInLanguage } from '@/lib/words/answers';
import { callFunction } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { textOf } from '@/domain/answers';
import { closingFor } from '@/domain/cycle';
import { formatInstant } from '@/lib/words/dates';
import { rolesOf } from '@/domain/mentoring';
import { answersFor, isAsked, placesFor } from '@/domain/questions';
import { Refusal } from '@/domain/refusal';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { hashToken } from '@/lib/token';
import { language } from '@/lib/language';
import { attestationInWords } from '@/lib/words/form';
import { say } from '@/lib/words/say';
import { nextStepInWords } from '@/lib/words/timeline';
import { between, duplicateMail, receiptMail } from '@/mail/templates/application-mails';
import { fullName } from '../commands';
import { keptBack } from '../drafts/queries';
import { isProven, type FilledForm } from '../queries';
import { resumeUrl } from '../resume/commands';
import { resultSchema, type SendInput, type SendResult } from './schema';
import { signatureOf } from '@/mail/compose';

const HOUR_MS = 3_600_000;

/** The person's own answers for the receipt, without what is confidential or for staff. */
const copyOf = ({ sections, draft }: FilledForm) =>
  sections
    .map(({ title, questions }) => ({
      title,
      lines: questions
        .filter(
          (question) =>
            question.seenBy !== 'confidential' && question.seenBy !== 'staff' && isAsked(question, draft.answers),
        )
        .map((question) => ({
          label: question.label,
          words: answerInLanguage(question, draft.answers).replaceAll('\n', ', '),
        }))
        .filter(({ words }) => words !== ''),
    }))
    .filter(({ lines }) => lines.length > 0);

const linksOf = (form: FilledForm, token: string) => ({
  cycleName: fullName(form.cycle),
  statusUrl: `${appUrl()}${paths.status()}`,
  proveUrl: isProven(form) ? null : resumeUrl(token),
});

/** Until the address is proven the mail holds no answer, but a link that proves it. */
function receiptOf(form: FilledForm, token: string, now: Date) {
  const { cycle, role } = form;
  const next = say('mail.receiptNext', {
    at: formatInstant(closingFor(cycle, role), cycle.timeZone),
    next: nextStepInWords(cycle, cycle.acts, now),
  });
  const copy = isProven(form) ? copyOf(form) : [];
  return { id: newId(now), ...receiptMail({ ...linksOf(form, token), next, copy }, signatureOf(cycle)) };
}

const duplicateOf = (form: FilledForm, token: string, now: Date) => ({
  id: newId(now),
  ...duplicateMail(linksOf(form, token), signatureOf(form.cycle)),
});

/** One application per role, each with the answers to its own questions only. */
const applicationsOf = ({ role, draft, definition }: FilledForm) =>
  rolesOf(role).map((one) => ({
    role: one,
    answers: answersFor(definition, one, draft.answers),
    places: placesFor(one, draft.answers),
  }));

type Sending = SendInput & { openedAt: Date; /** For the link in the mail. */ token: string };

/**
 * Sends the whole form in one statement: applications, history and receipt are written together or not at all, and the
 * database's clock decides the deadline. Sending the same revision again changes nothing.
 *
 * @throws {Refusal} `application.incomplete` when a page is not whole or a rule is not met, `application.places_in_use`
 */
export async function submitDraft(
  form: FilledForm,
  { submission_key, revision, openedAt, token }: Sending,
  now: Date,
): Promise<SendResult> {
  const { draft } = form;
  if (draft.revision === revision && (await keptBack(form)).length > 0) throw new Refusal('application.incomplete');
  const sent = {
    draftId: draft.id,
    revision,
    key: submission_key,
    openedAt: openedAt.toISOString(),
    proven: isProven(form),
    personId: newId(now),
    name: textOf(draft.answers, 'name'),
    formVersion: form.definition.version,
    attestation: attestationInWords(form.definition),
    language: language(),
    both: between(),
    applications: applicationsOf(form),
    receipt: receiptOf(form, token, now),
    token: isProven(form)
      ? null
      : { id: newId(now), hash: hashToken(token), expiresAt: new Date(now.getTime() + HOUR_MS).toISOString() },
  };
  const first = await send(sent);
  const result = first === 'duplicate' ? await send({ ...sent, duplicate: duplicateOf(form, token, now) }) : first;
  if (result === 'duplicate') throw new Error('The database asked twice for the mail about a duplicate.');
  return result;
}

async function send(sent: Record<string, unknown>): Promise<SendResult | 'duplicate'> {
  const answer = await callFunction('SELECT app.submit_application($1) AS result', [JSON.stringify(sent)]).catch(
    refuseOn('match_capacity', 'application.places_in_use'),
  );
  return resultSchema.parse(answer).result;
}
