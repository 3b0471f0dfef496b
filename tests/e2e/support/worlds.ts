import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { startMailCatcher } from '../../../scripts/lib/mail-catcher.mjs';
import { startWeb, startWorker, untilReady } from '../../../scripts/lib/serve.mjs';

/** Databases that are equal at first; what is sealed in them then differs. */
export const WORLDS = ['world_one', 'world_two'] as const;
export type WorldName = (typeof WORLDS)[number];

type Environment = Record<string, string>;
const environments = (): { web: Environment; worker: Environment } => JSON.parse(process.env.BOOKEND_WORLDS ?? '{}');
const inWorld = (url: string | undefined, name: string) => (url ?? '').replace(/[^/]*$/, name);

let port = 0;

/**
 * Web and worker of their own on one world; the same address for each, so that no link differs.
 *
 * @param prepare is done in the world's database before they start
 */
export async function openWorld(name: WorldName, prepare: () => Promise<void>) {
  port ||= await freePort();
  const { web, worker } = environments();
  const before = { url: process.env.BOOKEND_URL, owner: process.env.BOOKEND_OWNER_URL };
  const folder = join(process.env.DATA_DIR ?? '', 'worlds', name);
  mkdirSync(folder, { recursive: true });
  const catcher = await startMailCatcher(join(folder, 'mail'));
  const appUrl = `http://localhost:${port}`;
  process.env.BOOKEND_URL = appUrl;
  process.env.BOOKEND_OWNER_URL = inWorld(before.owner, name);
  await prepare();
  const logFile = (who: string) => join(folder, `${who}.log`);
  const processes = [
    startWorker(
      {
        ...worker,
        APP_URL: appUrl,
        SMTP_URL: catcher.url,
        WORKER_DATABASE_URL: inWorld(worker.WORKER_DATABASE_URL, name),
      },
      { logFile: logFile('worker') },
    ),
    startWeb(
      'start',
      {
        ...web,
        APP_URL: appUrl,
        PORT: String(port),
        MAIL_DIR: join(folder, 'mail'),
        WEB_DATABASE_URL: inWorld(web.WEB_DATABASE_URL, name),
      },
      { logFile: logFile('web') },
    ),
  ];
  await untilReady(`http://127.0.0.1:${port}/readyz`, processes);
  return {
    logs: () => ['worker', 'web'].map((who) => ({ where: `log ${who}`, content: readFileSync(logFile(who), 'utf8') })),
    close: async () => {
      for (const one of processes) await one.stop();
      await catcher.stop();
      process.env.BOOKEND_URL = before.url;
      process.env.BOOKEND_OWNER_URL = before.owner;
    },
  };
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What differs between two lives of one world too: moments, secrets, numbers of processes. */
const PASSING: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g, 'a moment'],
  [/\b\d{8}T\d{6}Z/g, 'a moment'],
  [/\btook \d+ms/g, 'took a while'],
  [/\$D\d{4}-[\d:.TZ-]+/g, 'a moment'],
  [/[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/g, 'a moment'],
  [/\d{1,2}:\d\d (a\.m\.|p\.m\.)/g, 'a time'],
  [/("time":|"pid":|"hostname":)("[^"]*"|\d+)/g, '$1-'],
  [/(nonce[-"=:\\]+|sha256-)[\w+/=-]+/g, '$1-'],
  [/[\w-]{43}/g, 'a secret'],
  [/\bworker-[0-9a-f]+/g, 'a worker'],
];

const FLIGHT = /<script[^>]*>self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)<\/script>/g;

/** What the framework fetches comes in rows that are numbered as they happen to be ready: numbers taken off, rows sorted. */
const inOrder = (flight: string): string =>
  flight
    .replace(/"[\w-]{21}[vm]"/g, '"a request"')
    .replace(/\$([LQ@h]?)[0-9a-f]+/g, '$$$1')
    .split('\n')
    .map((row) => row.replace(/^[0-9a-f]+:/, ''))
    .sort()
    .join('\n');

/** Where a piece of text happened to end when the page was written out: what stands in the stream after it, not what it says. */
const SEAM = /<!-- -->/g;

/** An answer of the framework, the same for two that say the same. */
export function settled(content: string): string {
  const rows = [...content.matchAll(FLIGHT)].map(([, text = '""']) => String(JSON.parse(text))).join('');
  const rest = content.replace(FLIGHT, '').replace(SEAM, '');
  return rows ? `${rest}\n${inOrder(rows)}` : inOrder(rest);
}

type Masker = {
  /** Ids that only this world has become numbers of their appearance. */
  text: (text: string) => string;
  /** Rows lie in a table as they happened to be written: they are sorted, and ids that no page told are all alike. */
  rows: (text: string) => string;
  /** The order of a part among all: the same in both worlds, whichever page answered first. */
  order: (where: string) => string;
};

/** Takes off a world's text what differs between two lives of one world; `known` are the ids of both. */
export function maskerOf(known: ReadonlySet<string>): Masker {
  const numbers = new Map<string, string>();
  const masked = (text: string, nameOf: (id: string) => string) =>
    PASSING.reduce((all, [pattern, word]) => all.replace(pattern, word), text).replace(UUID, (id) =>
      known.has(id) ? id : nameOf(id),
    );
  const numbered = (id: string) => {
    if (!numbers.has(id)) numbers.set(id, `id ${numbers.size + 1}`);
    return numbers.get(id) ?? '';
  };
  return {
    text: (text) => masked(text, numbered),
    rows: (text) =>
      masked(text, (id) => numbers.get(id) ?? 'an id')
        .split('\n')
        .sort()
        .join('\n'),
    order: (where) => masked(where, () => 'an id'),
  };
}

export const idsIn = (text: string): Set<string> => new Set(text.match(UUID));
