import { db } from '@/db/client';
import { textOf, type Answers } from '@/domain/answers';
import { closingFor } from '@/domain/cycle';
import { formatInstant } from '@/domain/dates';
import { ATTESTATION, MENTORING_2026, questionsOfRole } from '@/domain/forms/mentoring-2026';
import { rolesOf } from '@/domain/mentoring';
import { answerInWords, pick } from '@/domain/questions';
import { Refusal } from '@/domain/refusal';
import { nextStep } from '@/domain/timeline';
import { z } from 'zod';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { hashToken } from '@/lib/token';
import { duplicateMail, receiptMail } from '@/mail/templates/application-mails';
import { fullName } from '../commands';
import { unfinished } from '../drafts/queries';
import { isProven, type OpenForm } from '../queries';
import { resumeUrl } from '../resume/commands';
import { resultSchema, type SendInput, type SendResult } from './schema';
import { signatureOf } from '@/mail/compose';

const HOUR_MS = 3_600_000;

/** The person's own answers for the receipt, without what is confidential or for staff. */
const copyOf = ({ sections, draft }: OpenForm) =>
  sections
    .map(({ title, questions }) => ({
      title,
      lines: questions
        .filter(({ seenBy }) => seenBy !== 'confidential' && seenBy !== 'staff')
        .map((question) => ({
          label: question.label,
          words: answerInWords(question, draft.answers).replaceAll('\n', ', '),
        }))
        .filter(({ words }) => words !== ''),
    }))
    .filter(({ lines }) => lines.length > 0);

/** Receipt and duplicate notice; until the address is proven neither holds an answer, and both hold a link that proves it. */
function mailsOf(form: OpenForm, token: string, now: Date) {
  const { cycle, role } = form;
  const proven = isProven(form);
  const links = {
    cycleName: fullName(cycle),
    statusUrl: `${appUrl()}${paths.status()}`,
    proveUrl: proven ? null : resumeUrl(token),
  };
  const next = `You can change your answers until ${formatInstant(closingFor(cycle, role), cycle.timeZone)}. ${nextStep(cycle, cycle.acts, now)}`;
  const signature = signatureOf(cycle);
  return {
    receipt: { id: newId(now), ...receiptMail({ ...links, next, copy: proven ? copyOf(form) : [] }, signature) },
    duplicate: { id: newId(now), ...duplicateMail(links, signature) },
    token: proven
      ? null
      : { id: newId(now), hash: hashToken(token), expiresAt: new Date(now.getTime() + HOUR_MS).toISOString() },
  };
}

const placesOf = (answers: Answers) => Number(textOf(answers, 'places')) || 1;

/** One application per role, each with the answers to its own questions only. */
const applicationsOf = ({ role, draft }: OpenForm) =>
  rolesOf(role).map((one) => ({
    role: one,
    answers: pick(draft.answers, questionsOfRole(one)),
    places: one === 'mentor' ? placesOf(draft.answers) : 0,
  }));

const rowSchema = z.tuple([z.object({ result: resultSchema })]);

type Sending = SendInput & { openedAt: Date; /** For the link in the mail. */ token: string };

/**
 * Sends the whole form in one statement: applications, history and receipt are written together or not at all, and the
 * database's clock decides the deadline. Sending the same revision again changes nothing.
 *
 * @throws {Refusal} `application.incomplete` when a page is not whole
 */
export async function submitDraft(
  form: OpenForm,
  { submission_key, revision, openedAt, token }: Sending,
  now: Date,
): Promise<SendResult> {
  const { draft } = form;
  if (draft.revision === revision && unfinished(form).length > 0) throw new Refusal('application.incomplete');
  const sent = {
    draftId: draft.id,
    revision,
    key: submission_key,
    openedAt: openedAt.toISOString(),
    proven: isProven(form),
    personId: newId(now),
    name: textOf(draft.answers, 'name'),
    formVersion: MENTORING_2026.version,
    attestation: ATTESTATION,
    applications: applicationsOf(form),
    ...mailsOf(form, token, now),
  };
  const rows = await db.$queryRaw`SELECT app.submit_application(${JSON.stringify(sent)}::jsonb) AS result`;
  return rowSchema.parse(rows)[0].result.result;
}
