import { postWait } from '@/auth/post-limit';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { readBody } from '@/ui/body';
import { html, readForm, seeOther } from '@/ui/http';
import { waitPage } from '@/ui/wait';
import { pairAt } from '../home/handlers';
import { EndedLinkPage } from '../links/components/static/link-page';
import { setNudges } from './commands';
import { QuietPage } from './components/static/quiet-page';
import { findNudged, wantsNudges } from './queries';

/** The link under a reminder. Opening it changes nothing. */
export async function showQuiet(request: Request, token: string): Promise<Response> {
  const pair = await findNudged(token, clock.now());
  if (!pair) return html(<EndedLinkPage />, 410);
  const said = new URL(request.url).searchParams.has('said');
  return html(<QuietPage pair={pair} token={token} reminded={await wantsNudges(pair.personId)} said={said} />);
}

export async function takeQuiet(request: Request, token: string): Promise<Response> {
  const posted = await readForm(request);
  const now = clock.now();
  const pair = await findNudged(token, now);
  if (!pair) return html(<EndedLinkPage />, 410);
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  await setNudges({ ...pair, wanted: posted.text('wanted') === 'yes' }, now);
  return seeOther(`${paths.quietLink(token)}?said=1`);
}

const MOST_BYTES = 4096;

/** Somebody opened by hand what is for mail programs: they find the page with the button. */
export const showQuietInstead = (token: string): Response => seeOther(paths.quietLink(token));

/**
 * A mail program says that its reader wants no more reminders (RFC 8058). It comes from another origin and without cookies; the
 * secret in the address is all it needs, as much as a reminder lets anybody do. A second time changes nothing.
 */
export async function takeOneClick(request: Request, token: string): Promise<Response> {
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  const now = clock.now();
  const pair = await findNudged(token, now);
  if (!pair) return html(<EndedLinkPage />, 410);
  const body = await readBody(request, MOST_BYTES);
  if (!/List-Unsubscribe\b[^]*\bOne-Click/.test(body.toString('latin1'))) return seeOther(paths.quietLink(token));
  await setNudges({ ...pair, wanted: false }, now);
  return new Response('No more reminders.\n', {
    headers: { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain' },
  });
}

/** The same from the page of the pair. */
export async function takeReminders(request: Request, name: string): Promise<Response> {
  const posted = await readForm(request);
  const pair = await pairAt(request, name);
  if (pair instanceof Response) return pair;
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  const wanted = posted.text('wanted') === 'yes';
  await setNudges({ ...pair, wanted }, clock.now());
  return seeOther(paths.pair(name, wanted ? '?loud=1' : '?quiet=1'));
}
