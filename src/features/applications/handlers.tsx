import { newCodeDice } from '@/auth/codes';
import { refusalInWords } from '@/lib/words/refusals';
import { say } from '@/lib/words/say';
import { postWait } from '@/auth/post-limit';
import { cookieName, cookieOf, endedCookie, endSession, sessionCookie } from '@/auth/sessions';
import { overLimit } from '@/db/limits';
import { isOpenFor } from '@/domain/cycle';
import { Refusal } from '@/domain/refusal';
import { webEnv } from '@/lib/env';
import { paths } from '@/lib/paths';
import { hashToken } from '@/lib/token';
import { html, messagePage, notFound, readForm, seeOther } from '@/ui/http';
import { waitText } from '@/ui/wait';
import { startDraft } from './commands';
import { NotOpenPage, StartPage } from './components/static/start-page';
import { showHub } from './drafts/handlers';
import { findForm, isProvenAddress, isStarted, type FormAddress } from './queries';
import { startSchema } from './schema';

/** The start page of a form, or its hub when this browser has a draft of it. */
export async function showForm(request: Request, address: FormAddress): Promise<Response> {
  const form = await findForm(request, address);
  if (!form) return notFound();
  if (isStarted(form)) return showHub(request, form);
  const { cycle, role, sections, now } = form;
  if (!isOpenFor(cycle, role, now)) return html(<NotOpenPage cycle={cycle} role={role} now={now} />);
  return html(<StartPage cycle={cycle} role={role} sections={sections} />);
}

/** Takes the address and starts a draft; says the same for every address. */
export async function takeStart(request: Request, address: FormAddress): Promise<Response> {
  const form = await findForm(request, address);
  if (!form) return notFound();
  const { cycle, role, sections, now } = form;
  const posted = await readForm(request);
  const email = posted.text('email');
  const again = (problem: string, status: number) =>
    html(
      <StartPage cycle={cycle} role={role} sections={sections} email={email} problems={{ email: problem }} />,
      status,
    );
  const wait = await postWait(request);
  if (wait > 0) return again(waitText(wait), 429);
  if (isStarted(form)) return seeOther(paths.apply(cycle.code, role));
  if (!isOpenFor(cycle, role, now)) return html(<NotOpenPage cycle={cycle} role={role} now={now} />, 409);
  const parsed = startSchema.safeParse({ email });
  if (!parsed.success) return again(parsed.error.issues[0]?.message ?? '', 422);

  const mail =
    (await isProvenAddress(parsed.data.email)) || (await overLimit('mail', hashToken(parsed.data.email))) === 0;
  const start = { cycle, role, email: parsed.data.email, session: form.session, mail };
  try {
    const token = await startDraft(start, newCodeDice(webEnv().AUTH_SECRET), now);
    return seeOther(
      `${paths.apply(cycle.code, role)}?started=1`,
      token ? { cookies: [sessionCookie('participant', token)] } : {},
    );
  } catch (error) {
    if (error instanceof Refusal) return again(refusalInWords(error), 409);
    throw error;
  }
}

/** Ends the session of a shared computer. What was saved stays saved. */
export async function forgetMe(request: Request): Promise<Response> {
  await readForm(request);
  await endSession(cookieOf(request, cookieName('participant')));
  return seeOther(`${paths.applyForget()}`, {
    cookies: [endedCookie('participant')],
    headers: { 'Clear-Site-Data': '"storage"' },
  });
}

export const showForgotten = (): Promise<Response> =>
  messagePage(say('apply.thisComputerHasForgottenYou'), say('apply.whatYouSavedIsKept'), 200);
