import { newCodeDice } from '@/auth/codes';
import { say } from '@/lib/words/say';
import { cookieName, cookieOf, endedCookie, endSession, sessionCookie } from '@/auth/sessions';
import { forgetWaiting, rememberWaiting, waitingOf } from '@/auth/waiting';
import { Refusal } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { webEnv } from '@/lib/env';
import { paths } from '@/lib/paths';
import { html, readForm, seeOther } from '@/ui/http';
import { hashToken } from '@/lib/token';
import { askToSignIn, signInByCode, signInByLink } from './commands';
import { CodePage, LinkPage } from './components/static/code-page';
import { SignInPage } from './components/static/sign-in-page';
import { findContact, isLiveLink } from './queries';
import { codeSchema, emailSchema, safeNext } from './schema';

const wrongCode = () => say('code.wrongCode');
/** Longer than the slowest of the two ways usually takes: the time says nothing about the address. */
const ANSWER_MS = 350;

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

const refusalOf = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  throw error;
};

export async function showSignIn(request: Request): Promise<Response> {
  const search = new URL(request.url).searchParams;
  const next = safeNext(search.get('next') ?? '');
  return html(<SignInPage next={next} signedOut={search.has('signed-out')} contact={await findContact()} />);
}

/** Takes the address; whatever it is, the answer is the page for the code. */
export async function takeAddress(request: Request): Promise<Response> {
  const form = await readForm(request);
  const next = safeNext(form.text('next'));
  const parsed = emailSchema.safeParse(form.text('email'));
  const again = async (problem: string, status: number) =>
    html(<SignInPage next={next} email={form.text('email')} problem={problem} contact={await findContact()} />, status);
  const email = parsed.success ? parsed.data : null;
  if (email === null) return again(say('code.enterOneAddress'), 422);

  const secret = webEnv().AUTH_SECRET;
  const asked = askToSignIn({ email, next }, newCodeDice(secret), clock.now()).then(() => null, refusalOf);
  const [refusal] = await Promise.all([asked, pause(ANSWER_MS)]);
  if (refusal) return again(say('signIn.tooManyMails'), 429);
  return seeOther(paths.signInCode(), { cookies: [rememberWaiting({ email, next }, secret)] });
}

export async function showCode(request: Request): Promise<Response> {
  const waiting = waitingOf(request, webEnv().AUTH_SECRET);
  return html(<CodePage email={waiting?.email ?? null} contact={await findContact()} />);
}

export async function takeCode(request: Request): Promise<Response> {
  const secret = webEnv().AUTH_SECRET;
  const waiting = waitingOf(request, secret);
  const form = await readForm(request);
  const again = async (problem: string) =>
    html(<CodePage email={waiting?.email ?? null} problem={problem} contact={await findContact()} />, 422);
  const email = waiting?.email ?? emailSchema.safeParse(form.text('email')).data ?? null;
  const code = codeSchema.safeParse(form.text('code'));
  if (email === null) return again(say('code.enterYourAddressAndThe'));
  if (!code.success) return again(say('code.enterTheCode'));
  const tried = signInByCode({ email, code: code.data, secret }, clock.now()).catch(refusalOf);
  const [session] = await Promise.all([tried, pause(ANSWER_MS)]);
  return session instanceof Refusal ? again(wrongCode()) : signedIn(session, waiting?.next ?? paths.committee());
}

export async function showLink(request: Request, token: string): Promise<Response> {
  const live = await isLiveLink(hashToken(token), clock.now());
  const { pathname, search } = new URL(request.url);
  return html(<LinkPage action={`${pathname}${search}`} live={live} contact={await findContact()} />, live ? 200 : 410);
}

export async function takeLink(request: Request, token: string): Promise<Response> {
  await readForm(request);
  const next = safeNext(new URL(request.url).searchParams.get('next') ?? '');
  const session = await signInByLink(token, clock.now()).catch(refusalOf);
  if (!(session instanceof Refusal)) return signedIn(session, next);
  return html(<LinkPage action="" live={false} contact={await findContact()} />, 410);
}

/** The browser now carries the session, and no longer the address that waited for a code. */
export const signedIn = (session: string, next: string): Response =>
  seeOther(next, { cookies: [sessionCookie('user', session), forgetWaiting()] });

export async function signOut(request: Request): Promise<Response> {
  await readForm(request);
  await endSession(cookieOf(request, cookieName('user')));
  return seeOther(`${paths.signIn()}?signed-out=1`, { cookies: [endedCookie('user')] });
}
