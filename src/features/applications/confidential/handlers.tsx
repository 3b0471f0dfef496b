import { say } from '@/lib/words/say';
import { postWait } from '@/auth/post-limit';
import { participantSession } from '@/auth/sessions';
import { clock } from '@/lib/clock';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { html, notFound, readForm, seeOther } from '@/ui/http';
import { waitPage } from '@/ui/wait';
import { eraseAnswers } from './commands';
import { ConfidentialPage } from './components/static/confidential-page';
import { findConfidential } from './queries';

/** What became of the confidential answers of one form, and what the person can do about it. */
export async function showConfidential(request: Request, draftId: string): Promise<Response> {
  const now = clock.now();
  const session = await participantSession(request, now);
  if (!session) return seeOther(paths.resume());
  const view = isId(draftId) ? await findConfidential(session, draftId, now) : null;
  const said = new URL(request.url).searchParams.has('erased')
    ? say('confidential.yourConfidentialAnswersAreErased')
    : '';
  return view ? html(<ConfidentialPage view={view} said={said} now={now} />) : notFound();
}

export async function takeErasure(request: Request, draftId: string): Promise<Response> {
  const posted = await readForm(request);
  const now = clock.now();
  const session = await participantSession(request, now);
  const view = session && isId(draftId) ? await findConfidential(session, draftId, now) : null;
  if (!session || !view) return notFound();
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  if (posted.text('erase') !== 'yes')
    return html(<ConfidentialPage view={view} now={now} problem={say('confidential.tickTheBoxToErase')} />, 422);
  await eraseAnswers(session, draftId, now);
  return seeOther(`${paths.statusConfidential(draftId)}?erased=1`);
}
