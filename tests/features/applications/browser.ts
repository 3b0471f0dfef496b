import { showForm, takeStart } from '@/features/applications/handlers';
import { showAddress, takeAddress } from '@/features/applications/address/handlers';
import { showAnswer, takeAnswer } from '@/features/applications/answering/handlers';
import { showCarry, takeCarry, takeCarryWish } from '@/features/applications/carrying/handlers';
import { showConfidential, takeErasure } from '@/features/applications/confidential/handlers';
import { showAskCopy, showCopy, takeAskCopy, takeCopy } from '@/features/applications/copies/handlers';
import { showSection, takeSection } from '@/features/applications/drafts/handlers';
import { showFunding, showGiveBack, takeFunding, takeGiveBack } from '@/features/applications/funding/handlers';
import { showHelpMe, takeHelpMe } from '@/features/applications/helping/letting/handlers';
import { showIdentity, takeIdentity } from '@/features/applications/identity/handlers';
import { showResume, showResumeLink, takeResume, takeResumeLink } from '@/features/applications/resume/handlers';
import { showCheck, showSent, takeCheck } from '@/features/applications/sending/handlers';
import { showStatus, showWithdraw, takeChoice, takeWithdraw } from '@/features/applications/status/handlers';
import { sendOwnFile } from '@/features/applications/files/handlers';
import { showErase, takeErase } from '@/features/people/erasing/handlers';
import { routeEvent } from '../events/routes';
import { showCertificate } from '@/features/closing/papers/handlers';
import { routePair } from '../pairs/routes';
import { clock } from '@/lib/clock';
import { handled } from '@/ui/http';

const SITE = 'http://localhost:3000';

/** Addresses reach the routes decoded, whatever stands in them. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What the routes do, by path. */
function route(request: Request): Promise<Response> {
  const [first = '', a = '', b = '', c = '', d = ''] = new URL(request.url).pathname.split('/').slice(1).map(decoded);
  const post = request.method === 'POST';
  const address = { cycle: a, role: b };
  if (first === 'resume')
    return a
      ? post
        ? takeResumeLink(request, a)
        : showResumeLink(a)
      : post
        ? takeResume(request)
        : Promise.resolve(showResume(request));
  if (first === 'status' && a === 'withdraw') return post ? takeWithdraw(request, b) : showWithdraw(request, b);
  if (first === 'carry') return post ? takeCarry(request, a) : showCarry(request, a);
  if (first === 'status' && a === 'carry') return takeCarryWish(request, b);
  if (first === 'status' && a === 'choose') return takeChoice(request, b);
  if (first === 'status' && a === 'confidential') return post ? takeErasure(request, b) : showConfidential(request, b);
  if (first === 'status' && a === 'answer') return post ? takeAnswer(request, b) : showAnswer(request, b);
  if (first === 'status' && a === 'erase') return post ? takeErase(request) : showErase(request);
  if (first === 'status' && a === 'copy' && b) return post ? takeCopy(request, b) : showCopy(request, b);
  if (first === 'status' && a === 'copy') return post ? takeAskCopy(request) : showAskCopy(request);
  if (first === 'status' && a === 'funding' && c === 'withdraw')
    return post ? takeGiveBack(request, b) : showGiveBack(request, b);
  if (first === 'status' && a === 'funding') return post ? takeFunding(request, b) : showFunding(request, b);
  if (first === 'status') return showStatus(request);
  if (first === 'events') return routeEvent(request, [a, b, c]);
  if (first === 'certificate') return showCertificate(a);
  if (first === 'pair') return routePair(request, [a, b, c]);
  if (c === '') return post ? takeStart(request, address) : showForm(request, address);
  if (c === 'check') return post ? takeCheck(request, address) : showCheck(request, address);
  if (c === 'sent') return showSent(request, address);
  if (c === 'files') return sendOwnFile(request, { ...address, id: d });
  if (c === 'identity') return post ? takeIdentity(request, address) : showIdentity(request, address);
  if (c === 'help') return post ? takeHelpMe(request, address) : showHelpMe(request, address);
  if (c === 'address') return post ? takeAddress(request, address) : showAddress(request, address);
  return post ? takeSection(request, { ...address, section: c }) : showSection(request, { ...address, section: c });
}

const answerTo = handled<null>(route);

export type Page = { status: number; path: string; text: string };
type Answer = Page & { headers: Headers };
export type Fields = Record<string, string | readonly string[]>;
type Body = URLSearchParams | FormData | string | Uint8Array<ArrayBuffer>;

const pairsOf = (fields: Fields): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : [...value]).map((one): [string, string] => [name, one]),
  );
const encoded = (fields: Fields) => new URLSearchParams(pairsOf(fields));
let visitors = 0;

/**
 * A browser without JavaScript: keeps cookies, follows redirects, sends hidden fields back.
 *
 * @param site what answers its requests
 */
export function newBrowser(site = (request: Request) => Promise.resolve(answerTo(request, null))) {
  const cookies = new Map<string, string>();
  const from = `192.0.2.${(visitors += 1)}`;

  async function send(path: string, body: Body | null, extra: Record<string, string> = {}): Promise<Answer> {
    const headers = new Headers({
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-forwarded-for': from,
      ...extra,
    });
    if (body) headers.set('origin', SITE);
    if (body && !headers.has('content-type') && !(body instanceof FormData))
      headers.set('content-type', 'application/x-www-form-urlencoded');
    const answer = await site(new Request(`${SITE}${path}`, { method: body ? 'POST' : 'GET', headers, body }));
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const cut = pair.indexOf('=');
      cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
    }
    const location = answer.headers.get('location');
    if (location) return send(location, answer.status === 307 ? body : null);
    return { status: answer.status, path, text: await answer.text(), headers: answer.headers };
  }

  return {
    get: (path: string) => send(path, null),
    post: (path: string, fields: Fields, extra?: Record<string, string>) => send(path, encoded(fields), extra),
    /** Posts bytes as they are. */
    postRaw: (path: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/x-www-form-urlencoded') =>
      send(path, body, { 'content-type': type }),
    /** Fills in a form that takes files, which is sent in parts. */
    upload(page: Page, fields: Fields, files: Record<string, File>) {
      const form = new FormData();
      for (const [name, value] of pairsOf({ ...hiddenOf(page), ...fields })) form.append(name, value);
      for (const [name, file] of Object.entries(files)) form.append(name, file);
      return send(page.path.split('?')[0] ?? '', form);
    },
    /** Fills in the form of a page: its hidden fields and what is given. */
    fill: (page: Page, fields: Fields, path = page.path.split('?')[0] ?? '') =>
      send(path, encoded({ ...hiddenOf(page), ...fields })),
    forget: () => cookies.clear(),
  };
}
export type Browser = ReturnType<typeof newBrowser>;

export const hiddenOf = ({ text }: Page): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"\/>/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

/** The web process reads this clock; the database, which decides about forms, has its own. */
export function setClock(now: Date): void {
  clock.now = () => new Date(now);
}

const SKILLS = ['commitment', 'reference', 'programming', 'materials', 'outreach', 'management', 'professionalism'];

/** What a person fills in, page by page: complete and valid. */
export const ANSWERS: Record<string, Fields> = {
  eligibility: { member: 'yes', adult: 'yes' },
  about: {
    name: 'Zsófia Nakamura',
    country: 'US',
    subdivision: 'US-MN',
    city: 'Duluth',
    time_zone: 'America/Chicago',
    share_contact: ['email'],
  },
  work: { connection: 'I volunteer at a branch.', stage: 'early', years_experience: '3' },
  skills: { ...Object.fromEntries(SKILLS.map((area) => [`rating_${area}`, '3'])), help_areas: ['outreach'] },
  offer: { offer_topics: ['storytime'], places: '2' },
  goals: { goal_1: 'Run a storytime on my own.', want_topics: ['storytime', 'outreach'] },
  meeting: { modes: ['video'], hours: ['weekend'], wants_nearby: 'yes' },
  more: { not_with: 'My former manager' },
};

/** Goes through the whole form up to the check page, skipping the confidential page. */
export async function fillIn(browser: Browser, base: string, email: string): Promise<Page> {
  await browser.post(base, { email });
  let page = await browser.get(`${base}/eligibility`);
  for (let step = 0; step < 12 && !page.path.includes('/check'); step += 1) {
    const key = page.path.split('?')[0]?.split('/').at(-1) ?? '';
    page = await browser.fill(page, key === 'identity' ? { step: 'skip' } : { ...ANSWERS[key], go: 'next' });
  }
  return page;
}
