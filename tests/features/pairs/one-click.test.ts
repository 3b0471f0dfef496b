import { beforeEach, expect, it } from 'vitest';
import { db } from '@/db/client';
import { nudgePairs } from '@/features/pairs/nudging/commands';
import { showQuietInstead, takeOneClick } from '@/features/pairs/quiet/handlers';
import { newToken } from '@/lib/token';
import { handled } from '@/ui/http';
import { freezeClock } from '../../support/database';
import { createProgram, NOW } from '../../support/factories';
import { setClock } from '../applications/browser';
import { after, createPair, moveOn, QUILL_AND_LARK, signInBoth } from './pair-ground';

const job = { kind: 'job', name: 'tend-pairs' } as const;
let pair: Awaited<ReturnType<typeof createPair>>;
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  pair = await createPair(await createProgram(), QUILL_AND_LARK);
  await signInBoth(pair.matchId);
});

const nudge = async (day: number) => (await nudgePairs(job, newToken, after(day))).sent;

async function unsubscribeUrl(): Promise<string> {
  expect(await nudge(7)).toBe(2);
  await moveOn(7);
  const mail = { kind: 'pair_nudge', toAddress: pair.mentee.person.email };
  return (await db.outboxMessage.findFirstOrThrow({ where: mail })).unsubscribeUrl;
}
const take = handled<null>((request) => takeOneClick(request, new URL(request.url).pathname.split('/')[3] ?? ''));
/** As the servers of a mail provider do: from nowhere we know, without cookies. */
const PRESSED = 'List-Unsubscribe=One-Click';
const press = async (url: string, body: string | FormData = PRESSED) => {
  const headers = new Headers();
  if (typeof body === 'string') headers.set('content-type', 'application/x-www-form-urlencoded');
  return await take(new Request(url, { method: 'POST', headers, body }), null);
};
const stopped = () => db.nudgeOptOut.count();

it('ends the reminders of who pressed in their mail program, once, and of nobody else', async () => {
  const url = await unsubscribeUrl();
  expect(url).toMatch(/^http:\/\/localhost:3000\/pair\/quiet\/[\w-]{20,}\/one-click$/);
  for (let times = 0; times < 2; times += 1) {
    const answer = await press(url);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
  }
  expect(await stopped()).toBe(1);
  expect(await db.event.count({ where: { action: 'nudges.stopped' } })).toBe(1);
  expect(await nudge(14)).toBe(1);
});

it('takes the two ways in which the fields may come, and nothing else', async () => {
  const url = await unsubscribeUrl();
  expect((await press(url, 'wanted=no')).status).toBe(303);
  expect((await press(url, 'x'.repeat(5000))).status).toBe(413);
  expect(await stopped()).toBe(0);
  const parts = new FormData();
  parts.set('List-Unsubscribe', 'One-Click');
  expect((await press(url, parts)).status).toBe(200);
  expect(await stopped()).toBe(1);
});

it('ends nothing by a look, or by a secret that is none', async () => {
  const url = await unsubscribeUrl();
  const token = url.split('/')[5] ?? '';
  expect(showQuietInstead(token).headers.get('location')).toBe(`/pair/quiet/${token}`);
  expect((await press(url.replace(token, `${token}x`))).status).toBe(410);
  expect(await stopped()).toBe(0);
});

it('is offered by reminders alone: a letter about the match cannot be left', async () => {
  await unsubscribeUrl();
  const rows = await db.outboxMessage.findMany({ where: { kind: { not: 'pair_nudge' } } });
  expect(rows.map(({ unsubscribeUrl: url }) => url)).toEqual(rows.map(() => ''));
});
