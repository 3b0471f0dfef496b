// Clients that send a byte now and then, and clients that go away in the middle of a form.
import { setMaxListeners } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { openCheck, wordsOf, type Person, type Watch } from '../applicant';
import { encoded, type Browser } from '../browser';
import { crowdOf, formPath, gather, outcomeOf, p99, sized, type Context, type Fault } from '../context';
import type { Crowd } from '../crowd';
import { beginForms, newPeople } from '../fill';

const head = (path: string, headers: Record<string, string>): string =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: localhost',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ].join('\r\n') + '\r\n\r\n';

async function opened(context: Context): Promise<Socket> {
  const { hostname, port } = context.world.url;
  const socket = connect({ host: hostname, port: Number(port) });
  socket.on('error', () => undefined);
  socket.resume();
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

type Sent = { context: Context; browser: Browser; path: string; body: string };

/** Sends all but the last part of a form, then goes away. */
async function cutOff({ context, browser, path, body }: Sent, share: number): Promise<void> {
  const socket = await opened(context);
  socket.write(head(path, browser.headers(body)));
  socket.write(body.slice(0, Math.floor(body.length * share)));
  await wait(20);
  socket.destroy();
}

/** Sends a byte every now and then until told to stop. */
async function dribble({ context, browser, path, body }: Sent, signal: AbortSignal): Promise<void> {
  const socket = await opened(context);
  socket.write(head(path, browser.headers(body)));
  for (let at = 0; at < body.length - 1 && !signal.aborted && !socket.destroyed; at += 1) {
    socket.write(body.charAt(at));
    await wait(150, undefined, { signal }).catch(() => undefined);
  }
  socket.destroy();
}

/** A page of the form, and the last page, each cut off somewhere: neither may leave a trace. */
async function cutForms(context: Context, crowd: Crowd, person: Person): Promise<void> {
  const browser = crowd.browserOf(person);
  const watch: Watch = { failed: () => (crowd.errors += 1), until: Date.now() + 60_000 };
  const path = formPath(context);
  const drawn = { revision: '1', mark: '', go: 'next', anything_else: `${wordsOf(person)} `.repeat(20) };
  await cutOff({ context, browser, path: `${path}/more`, body: encoded(drawn) }, 0.3 + context.random.next() * 0.6);
  const check = await openCheck({ path, browser, watch });
  const last = encoded({
    attest: 'yes',
    revision: check.revision,
    submission_key: check.submission_key,
    opened: check.opened,
  });
  // All that counts has been sent but for the end of the body.
  await cutOff({ context, browser, path: `${path}/check`, body: last }, 0.97);
}

const traces = (context: Context, people: readonly Person[]) =>
  context.world.query<{ email: string; text: string | null; sent: number | null }>(
    `SELECT email, answers->>'anything_else' AS text, sent_revision AS sent FROM drafts
     WHERE email = ANY ($1) AND (answers ? 'anything_else' OR sent_revision IS NOT NULL)`,
    [people.map(({ email }) => email)],
  );

const slow: Fault = {
  name: 'slow',
  what: 'clients that dribble a form byte by byte or go away in the middle, beside people who apply',
  run: async (context) => {
    const slowOnes = await beginForms(context.cycle, newPeople(context.random, sized(context, 100, 400)));
    const cutOnes = await beginForms(context.cycle, newPeople(context.random, sized(context, 15, 100)));
    const crowd = crowdOf(context, { name: 'slow', people: await gather(context, sized(context, 80, 2000)) });
    const stopping = new AbortController();
    setMaxListeners(0, stopping.signal);
    const dribbling = slowOnes.map((person) => {
      const body = encoded({ revision: '1', mark: '', go: 'next', anything_else: 'slow '.repeat(100) });
      const sent = { context, browser: crowd.browserOf(person), path: `${formPath(context)}/more`, body };
      return dribble(sent, stopping.signal);
    });
    for (const person of cutOnes) await cutForms(context, crowd, person);
    await crowd.done;
    stopping.abort();
    await Promise.all(dribbling);
    const left = await traces(context, [...cutOnes, ...slowOnes]);
    return outcomeOf(crowd, {
      faults: slowOnes.length + cutOnes.length * 2,
      problems: left.length > 0 ? [`forms that never arrived left a trace: ${JSON.stringify(left.slice(0, 3))}`] : [],
      notes: [`99 in 100 submissions within ${p99(crowd.times)} ms`],
    });
  },
};

export const SLOW: readonly Fault[] = [slow];
