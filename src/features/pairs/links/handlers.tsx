import { postWait } from '@/auth/post-limit';
import { participantSession, sessionCookie } from '@/auth/sessions';
import { Refusal } from '@/domain/refusal';
import { openByLink } from '@/features/applications/resume/commands';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { html, readForm, seeOther } from '@/ui/http';
import { waitPage } from '@/ui/wait';
import { EndedLinkPage, PairLinkPage } from './components/static/link-page';
import { findLinkedName, isLivePairLink } from './queries';

export async function showPairLink(token: string): Promise<Response> {
  return (await isLivePairLink(token, clock.now()))
    ? html(<PairLinkPage token={token} />)
    : html(<EndedLinkPage />, 410);
}

/** The button of the mailed link: only this spends it. */
export async function takePairLink(request: Request, token: string): Promise<Response> {
  await readForm(request);
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  const now = clock.now();
  const session = await participantSession(request, now);
  try {
    const { cookieToken, subjectId } = await openByLink(token, session?.id ?? null, now, 'pair');
    const name = await findLinkedName(subjectId);
    return seeOther(name ? paths.pair(name) : paths.status(), { cookies: [sessionCookie('participant', cookieToken)] });
  } catch (error) {
    if (error instanceof Refusal) return html(<EndedLinkPage />, 410);
    throw error;
  }
}
