import { say } from '@/lib/words/say';
import { postWait } from '@/auth/post-limit';
import { overLimit } from '@/db/limits';
import { clock } from '@/lib/clock';
import { normalEmail } from '@/lib/email-address';
import { hashToken, newToken } from '@/lib/token';
import { html, messagePage, notFound, readForm } from '@/ui/http';
import { waitText } from '@/ui/wait';
import { findProgram } from '../queries';
import { askForNews, confirmInterest, leaveInterest } from './commands';
import { InterestLinkPage, InterestPage } from './components/static/interest-page';
import { findInterest } from './queries';

export async function showInterest(slug: string): Promise<Response> {
  const program = await findProgram(slug, clock.now());
  return program ? html(<InterestPage program={program} />) : notFound();
}

/** Says the same for every address, known or not. */
export async function takeInterest(request: Request, slug: string): Promise<Response> {
  const now = clock.now();
  const program = await findProgram(slug, now);
  if (!program) return notFound();
  const typed = (await readForm(request)).text('email');
  const wait = await postWait(request);
  if (wait > 0) return html(<InterestPage program={program} email={typed} problem={waitText(wait)} />, 429);
  const email = normalEmail(typed);
  if (email === null)
    return html(<InterestPage program={program} email={typed} problem={say('code.enterOneAddress')} />, 422);
  if ((await overLimit('mail', hashToken(email))) === 0) await askForNews({ program, email, token: newToken() }, now);
  return html(<InterestPage program={program} sentTo={email} />);
}

const ended = () => messagePage(say('interest.thisLinkIsNoLonger'), say('interest.theAddressIsNotOn'), 410);

/** Opening the link changes nothing; its buttons do. */
export async function showInterestLink(token: string): Promise<Response> {
  const interest = await findInterest(token, clock.now());
  return interest ? html(<InterestLinkPage interest={interest} />) : ended();
}

export async function takeInterestLink(request: Request, token: string): Promise<Response> {
  const now = clock.now();
  const posted = await readForm(request);
  const interest = await findInterest(token, now);
  if (!interest) return ended();
  if (posted.text('go') === 'leave') {
    await leaveInterest(interest.id);
    return messagePage(say('interest.youAreOffTheList'), say('interest.weHaveDeletedYourAddress'), 200);
  }
  await confirmInterest(interest.id, now);
  return html(<InterestLinkPage interest={{ ...interest, confirmedAt: interest.confirmedAt ?? now }} />);
}
