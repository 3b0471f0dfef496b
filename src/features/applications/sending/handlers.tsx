import { say } from '@/lib/words/say';
import { postWait } from '@/auth/post-limit';
import { closingFor, GRACE_MINUTES } from '@/domain/cycle';
import { Refusal } from '@/domain/refusal';
import { isFundingOpen } from '@/features/funding/asking/queries';
import { paths } from '@/lib/paths';
import { newToken } from '@/lib/token';
import { html, notFound, readForm, seeOther } from '@/ui/http';
import { waitPage } from '@/ui/wait';
import { markFor, openingOf } from '../drafts/handlers';
import { keptBack } from '../drafts/queries';
import { findForm, isStarted, type FormAddress, type OpenForm } from '../queries';
import { submitDraft } from './commands';
import { CheckPage } from './components/static/check-page';
import { NotTakenPage, SentPage } from './components/static/sent-page';
import { sendSchema } from './schema';

function inGrace({ cycle, role, now }: OpenForm, openedAt: Date): boolean {
  const closing = closingFor(cycle, role);
  return openedAt < closing && now.getTime() < closing.getTime() + GRACE_MINUTES * 60_000;
}

async function checkPage(
  form: OpenForm,
  mark: string,
  problems: Record<string, string>,
  status: number,
  corrected = false,
): Promise<Response> {
  const openedAt = openingOf(form, mark);
  return html(
    <CheckPage
      form={form}
      opened={markFor(form, openedAt)}
      missing={await keptBack(form)}
      problems={problems}
      grace={inGrace(form, openedAt)}
      corrected={corrected}
    />,
    status,
  );
}

/** The form of an address that this browser has a draft of, or the answer to give instead. */
async function openForm(request: Request, address: FormAddress): Promise<OpenForm | Response> {
  const form = await findForm(request, address);
  if (!form) return notFound();
  return isStarted(form) ? form : seeOther(paths.apply(form.cycle.code, form.role));
}

export async function showCheck(request: Request, address: FormAddress): Promise<Response> {
  const form = await openForm(request, address);
  return form instanceof Response
    ? form
    : checkPage(form, new URL(request.url).searchParams.get('opened') ?? '', {}, 200);
}

/** Sends the application. A double click or a replay leads to the same page. */
export async function takeCheck(request: Request, address: FormAddress): Promise<Response> {
  const posted = await readForm(request);
  const [form, wait] = await Promise.all([openForm(request, address), postWait(request)]);
  if (form instanceof Response) return form;
  if (wait > 0) return waitPage(wait);
  const opened = posted.text('opened');
  // A form that was corrected meanwhile is read over once more: its questions or its statement may be others.
  const version = posted.text('form_version');
  if (version !== '' && version !== form.definition.version) return checkPage(form, opened, {}, 409, true);
  const input = {
    submission_key: posted.text('submission_key'),
    revision: posted.text('revision'),
    attest: posted.text('attest'),
  };
  const parsed = sendSchema.safeParse(input);
  if (!parsed.success) {
    const attest = parsed.error.issues.find(({ path }) => path[0] === 'attest');
    return checkPage(form, opened, attest ? { attest: say('sending.tickTheBoxToSay') } : {}, 422);
  }
  try {
    const result = await submitDraft(
      form,
      { ...parsed.data, openedAt: openingOf(form, opened), token: newToken() },
      form.now,
    );
    if (result === 'sent' || result === 'replayed')
      return seeOther(paths.applySection(form.cycle.code, form.role, 'sent'));
    return html(<NotTakenPage form={form} result={result} />, 409);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'application.incomplete') return checkPage(form, opened, {}, 422);
    if (error instanceof Refusal) return checkPage(form, opened, { attest: error.message }, 409);
    throw error;
  }
}

export async function showSent(request: Request, address: FormAddress): Promise<Response> {
  const form = await openForm(request, address);
  if (form instanceof Response) return form;
  return form.draft.sentRevision === null
    ? seeOther(paths.applySection(form.cycle.code, form.role, 'check'))
    : html(<SentPage form={form} fundingOpen={await isFundingOpen(form.cycle.id, form.now)} />);
}
