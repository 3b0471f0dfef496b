import { newCodeDice } from '@/auth/codes';
import { say } from '@/lib/words/say';
import { postWait } from '@/auth/post-limit';
import { participantSession, sessionCookie } from '@/auth/sessions';
import { forgetWaiting, rememberWaiting, waitingOf } from '@/auth/waiting';
import { overLimit } from '@/db/limits';
import { FORM_ROLES } from '@/domain/mentoring';
import { Refusal } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { webEnv } from '@/lib/env';
import { paths } from '@/lib/paths';
import { hashToken } from '@/lib/token';
import { html, readForm, seeOther, type PostedForm } from '@/ui/http';
import { waitPage, waitText } from '@/ui/wait';
import { findDraftAddress, isProvenAddress } from '../queries';
import { askForWayBack, openByCode, openByLink, type Opened } from './commands';
import { EndedLink, ResumeCodePage, ResumeLinkPage, ResumePage } from './components/static/resume-page';
import { findWayBack, isLiveLink } from './queries';
import { codeSchema, resumeSchema } from './schema';

const wrongCode = () => say('code.wrongCode');

export function showResume(request: Request): Promise<Response> {
  if (!new URL(request.url).searchParams.has('sent')) return html(<ResumePage />);
  return html(<ResumeCodePage email={waitingOf(request, webEnv().AUTH_SECRET)?.email ?? null} />);
}

/** Whether one more mail may go to this address; past the limit nothing is said, and nothing is sent. */
async function mayMail(email: string): Promise<boolean> {
  const key = hashToken(email);
  if ((await overLimit('code', key)) > 0) return false;
  return (await isProvenAddress(email)) || (await overLimit('mail', key)) === 0;
}

async function ask(typed: string): Promise<Response> {
  const parsed = resumeSchema.safeParse({ email: typed });
  if (!parsed.success)
    return html(<ResumePage email={typed} problems={{ email: parsed.error.issues[0]?.message ?? '' }} />, 422);
  const { email } = parsed.data;
  const secret = webEnv().AUTH_SECRET;
  const way = await findWayBack(email);
  await askForWayBack({ email, way, mail: await mayMail(email) }, newCodeDice(secret), clock.now());
  return seeOther(`${paths.resume()}?sent=1`, { cookies: [rememberWaiting({ email, next: paths.status() }, secret)] });
}

/** To the form while it is not sent, else to the status page. */
async function arrive({ cookieToken, subjectId: draftId }: Opened): Promise<Response> {
  const draft = draftId ? await findDraftAddress(draftId) : null;
  const role = FORM_ROLES.find((one) => one === draft?.role);
  const path = draft && role && draft.sentRevision === null ? paths.apply(draft.cycle.code, role) : paths.status();
  return seeOther(path, { cookies: [sessionCookie('participant', cookieToken), forgetWaiting()] });
}

async function tryCode(request: Request, posted: PostedForm): Promise<Response> {
  const now = clock.now();
  const secret = webEnv().AUTH_SECRET;
  const waiting = waitingOf(request, secret)?.email ?? null;
  const again = (problem: string) => html(<ResumeCodePage email={waiting} problems={{ code: problem }} />, 422);
  const email = waiting ?? resumeSchema.safeParse({ email: posted.text('code_email') }).data?.email;
  const code = codeSchema.safeParse(posted.text('code'));
  if (!email) return again(say('code.enterYourAddressAndThe'));
  if (!code.success) return again(code.error.issues[0]?.message ?? wrongCode());
  if ((await overLimit('guess', hashToken(email))) > 0) return again(say('resume.tooManyTriesWaitAn'));
  const session = await participantSession(request, now);
  return openByCode({ email, code: code.data, secret }, session?.id ?? null, now).then(arrive, (error: unknown) => {
    if (error instanceof Refusal) return again(wrongCode());
    throw error;
  });
}

/** Takes the address, or the code that was mailed to it. */
export async function takeResume(request: Request): Promise<Response> {
  const posted = await readForm(request);
  const wait = await postWait(request);
  if (wait > 0) return html(<ResumePage email={posted.text('email')} problems={{ email: waitText(wait) }} />, 429);
  return posted.names.includes('code') ? tryCode(request, posted) : ask(posted.text('email'));
}

export async function showResumeLink(token: string): Promise<Response> {
  return (await isLiveLink(token, clock.now()))
    ? html(<ResumeLinkPage token={token} />)
    : html(<ResumePage notice={<EndedLink />} />, 410);
}

/** The button of the mailed link: only this spends it. */
export async function takeResumeLink(request: Request, token: string): Promise<Response> {
  await readForm(request);
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  const now = clock.now();
  const session = await participantSession(request, now);
  return openByLink(token, session?.id ?? null, now).then(arrive, (error: unknown) => {
    if (error instanceof Refusal) return html(<ResumePage notice={<EndedLink />} />, 410);
    throw error;
  });
}
