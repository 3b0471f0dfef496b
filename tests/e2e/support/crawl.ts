import type { APIRequestContext } from '@playwright/test';
import { base } from './program';

export type Page = { where: string; status: number; content: string };

const LINK = /(?:href|src|action)="([^"#]*)[^"]*"/g;
const unescape = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'");

/** Same-site addresses in a page; sign-out is a form, and is never followed. */
function linksIn(content: string, from: string): string[] {
  return [...content.matchAll(LINK)].flatMap(([, link = '']) => {
    const url = URL.parse(unescape(link), from);
    const ours = url?.origin === base() && !/^\/(sign-out|_next|assets)/.test(url.pathname);
    return url && ours ? [url.pathname + url.search] : [];
  });
}

/** `/committee/f26/applications/<id>`: pages of one kind share it, in whatever language. */
const kindOf = (path: string) =>
  path
    .replace(/^\/(es|fr)(?=[/?]|$)/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
    .replace(/\/(mail|resume|confirm|sign-in)\/[^/?]+/g, '/$1/<one>')
    .replace(/=[^&]*/g, '=');

type Crawl = { who: string; starts: readonly string[]; most: number };

const AT_ONCE = 4;
/** Pages of the framework are also looked at in the form in which it fetches them: the first few of each kind. */
const PAYLOADS = 2;

/** Opens what is linked, rarest kinds first, by GET alone. */
export async function crawl(request: APIRequestContext, { who, starts, most }: Crawl): Promise<Page[]> {
  const waiting = new Set(starts);
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  const pages: Page[] = [];
  const countOf = (path: string) => counts.get(kindOf(path)) ?? 0;

  /** A page, and for some what the framework fetches of it. */
  async function open(path: string) {
    counts.set(kindOf(path), countOf(path) + 1);
    const withPayload = /^\/(committee|staff)/.test(path) && countOf(path) <= PAYLOADS;
    const answer = await request.get(base() + path);
    const content = JSON.stringify(answer.headers()) + (await answer.text());
    const opened = [{ where: `${who} ${path}`, status: answer.status(), content }];
    if (withPayload) {
      const payload = await request.get(base() + path, { headers: { RSC: '1' } });
      opened.push({ where: `${who} ${path} payload`, status: payload.status(), content: await payload.text() });
    }
    return { opened, links: linksIn(content, answer.url()) };
  }

  while (waiting.size > 0 && seen.size < most) {
    const next = [...waiting].sort((a, b) => countOf(a) - countOf(b)).slice(0, AT_ONCE);
    for (const path of next) {
      waiting.delete(path);
      seen.add(path);
    }
    // In the order they were asked for, so that two crawls of the same program go the same way.
    for (const { opened, links } of await Promise.all(next.map(open))) {
      pages.push(...opened);
      for (const link of links) if (!seen.has(link)) waiting.add(link);
    }
  }
  return pages;
}
