// The hour before a deadline: forms sent and pages saving themselves at a fixed pace, whether the answers come or not.
import { readFileSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { fire, type Shot } from './load';
import type { Row } from './web';

const env = z
  .object({ BENCH_URL: z.url(), BENCH_DRAFTS: z.string(), BENCH_OUT: z.string(), BENCH_SECONDS: z.coerce.number() })
  .parse(process.env);
const { cycle, drafts } = z
  .object({ cycle: z.string(), drafts: z.array(z.object({ token: z.string(), key: z.string() })) })
  .parse(JSON.parse(readFileSync(env.BENCH_DRAFTS, 'utf8')));

/** A second, as G2 asks for. */
const SENT = 40;
const SAVED = 50;
/** Forms that save themselves; each stays under its thirty a minute. */
const OPEN_FORMS = 150;

const origin = new URL(env.BENCH_URL).origin;
const headers = (token: string, index: number) => ({
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
  origin,
  cookie: `bookend_participant=${token}`,
  // Every client has an address of its own, as a crowd has; the limits stay on.
  'x-forwarded-for': `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
});
type Draft = (typeof drafts)[number];

const submission = ({ token, key }: Draft, index: number): Shot => ({
  method: 'POST',
  path: `/apply/${cycle}/mentee/check`,
  headers: headers(token, index),
  body: new URLSearchParams({ submission_key: key, revision: '1', attest: 'yes' }).toString(),
});

/** The number-th time that this form saves itself: each save is a revision more. */
const autosave = ({ token }: Draft, index: number, number: number): Shot => ({
  method: 'POST',
  path: `/apply/${cycle}/mentee/more`,
  headers: { ...headers(token, index), accept: 'application/json' },
  body: new URLSearchParams({
    autosave: '1',
    revision: String(number + 1),
    anything_else: `Typed so far, for the ${number}th time. ${'Words of a long answer. '.repeat(number % 20)}`,
  }).toString(),
});

type Paced = {
  times: number[];
  /** By what came instead of what was wanted; 0 is no answer. */ wrong: Map<number, number>;
  late: number;
};

/** Fires each shot at its own moment and measures from that moment, so that a slow answer delays nobody's clock. */
async function paced(shots: readonly Shot[], perSecond: number, wanted: number): Promise<Paced> {
  const agent = new Agent({ keepAlive: true, maxSockets: 400 });
  const base = new URL(env.BENCH_URL);
  const result: Paced = { times: [], wrong: new Map(), late: 0 };
  const start = performance.now();
  const shoot = async (shot: Shot, due: number) => {
    const status = await fire(agent, base, shot).catch(() => 0);
    result.times.push(performance.now() - due);
    if (status !== wanted) result.wrong.set(status, (result.wrong.get(status) ?? 0) + 1);
  };
  const under: Promise<void>[] = [];
  for (const [index, shot] of shots.entries()) {
    const due = start + (index * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    result.late = Math.max(result.late, performance.now() - due);
    under.push(shoot(shot, due));
  }
  await Promise.all(under);
  agent.destroy();
  return result;
}

const at = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
};

const seconds = env.BENCH_SECONDS;
const open = drafts.slice(0, OPEN_FORMS);
const sending = drafts.slice(OPEN_FORMS, OPEN_FORMS + seconds * SENT);
const submissions = sending.map((draft, index) => submission(draft, OPEN_FORMS + index));
const saves = Array.from({ length: seconds * SAVED }, (_, index) => {
  const which = index % OPEN_FORMS;
  const draft = open[which];
  if (!draft) throw new Error(`${OPEN_FORMS + seconds * SENT} drafts are needed, ${drafts.length} were made.`);
  return autosave(draft, which, Math.floor(index / OPEN_FORMS));
});

const [sent, saved] = await Promise.all([paced(submissions, SENT, 303), paced(saves, SAVED, 200)]);
const wrong = [...sent.wrong, ...saved.wrong];
const errors = wrong.reduce((sum, [, count]) => sum + count, 0);
const told = wrong.map(([status, count]) => `${count} × ${status || 'no answer'}`).join(', ');
const rows: Row[] = [
  { name: `G2 rush: ${SENT} submissions and ${SAVED} autosaves a second`, value: seconds, unit: 's' },
  { name: 'G2 rush: errors', value: errors, target: '0', met: errors === 0, ...(told ? { unit: `(${told})` } : {}) },
  { name: 'G2 rush: submissions, p99 (half within)', value: at(sent.times, 0.99), unit: `ms (${at(sent.times, 0.5)})` },
  { name: 'G2 rush: autosaves, p99 (half within)', value: at(saved.times, 0.99), unit: `ms (${at(saved.times, 0.5)})` },
  { name: '   longest that the load itself came late', value: Math.round(Math.max(sent.late, saved.late)), unit: 'ms' },
];
writeFileSync(env.BENCH_OUT, JSON.stringify(rows));
