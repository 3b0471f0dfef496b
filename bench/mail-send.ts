// Ten thousand letters that are queued, sent as the worker sends them, beside a bare pool.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { db } from '../src/db/client';
import { drain } from '../src/mail/drain';
import { openTransport, pooledUrl } from '../src/mail/transport';
import { root } from '../scripts/lib/paths.mjs';
import type { Row } from './web';

const env = z.object({ BENCH_KEPT: z.string(), BENCH_OUT: z.string() }).parse(process.env);
const kept = z.object({ cycleId: z.string() }).parse(JSON.parse(readFileSync(env.BENCH_KEPT, 'utf8')));

const FROM = 'Mentoring <mentoring@example.test>';
const whole = (value: number) => Math.round(value);

/** Takes everything; in a process of its own, as a mail server is. */
async function startSink() {
  const child = spawn(process.execPath, [`${root}/bench/mail-sink.mjs`], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [port] = await new Promise<string[]>((resolve) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve([line]));
  });
  return { url: `smtp://127.0.0.1:${port}`, stop: () => child.kill() };
}

async function sendBare(url: string): Promise<number> {
  const rows = await db.outboxMessage.findMany({
    where: { kind: 'outcome' },
    select: { toAddress: true, toName: true, subject: true, text: true, html: true },
  });
  const transport = createTransport(pooledUrl(url), { from: FROM });
  const begun = performance.now();
  await Promise.all(
    rows.map(({ toAddress: address, toName: name, ...words }) =>
      transport.sendMail({ to: { address, name }, ...words }),
    ),
  );
  const perSecond = rows.length / ((performance.now() - begun) / 1000);
  transport.close();
  return perSecond;
}

async function sendOurs(url: string): Promise<number> {
  const now = new Date();
  await db.release.updateMany({ where: { cycleId: kept.cycleId }, data: { state: 'sending' } });
  await db.outboxMessage.updateMany({ where: { kind: 'outcome' }, data: { state: 'queued', notBefore: now } });
  const { send, close } = openTransport(pooledUrl(url), FROM);
  const begun = performance.now();
  const { accepted } = await drain({ send, readNow: () => new Date() });
  const perSecond = accepted / ((performance.now() - begun) / 1000);
  close();
  return perSecond;
}

async function measureSending(): Promise<Row[]> {
  const sink = await startSink();
  const bare: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < 2; round++) {
    bare.push(await sendBare(sink.url));
    ours.push(await sendOurs(sink.url));
  }
  sink.stop();
  const [theirs, own] = [Math.max(...bare), Math.max(...ours)];
  const share = Number((own / theirs).toFixed(2));
  return [
    { name: 'G5 pooled nodemailer alone', value: whole(theirs), unit: 'letters/s' },
    { name: 'G5 through the outbox, a commit each', value: whole(own), unit: 'letters/s' },
    { name: 'G5 outbox / pooled nodemailer', value: share, target: '≥ 0.45', met: share >= 0.45 },
  ];
}

writeFileSync(env.BENCH_OUT, JSON.stringify(await measureSending()));
await db.$disconnect();
