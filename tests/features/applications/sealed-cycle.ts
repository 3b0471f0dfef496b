import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { db } from '@/db/client';
import { makeCycleKey, type KeyRing } from '@/vault/keys';
import { openCycle } from '@/vault/open';
import { asWorker, freezeClock } from '../../support/database';
import { createProgram, createTestCycle, NOW, testRing } from '../../support/factories';
import { fillIn, newBrowser, setClock, type Browser } from './browser';

export const EMAIL = 'sealed@example.test';
export const GIVEN = { gender_own: 'nonbinary', gender_wish: 'same', ethnicity_own: ['asian'], count_me: 'yes' };
export const LATER = new Date(NOW.getTime() + 30_000);

/** A cycle that is open, with a key that only this test has. */
export async function createSealedCycle() {
  setClock(NOW);
  await freezeClock(NOW);
  const program = await createProgram();
  const cycle = await createTestCycle(program);
  const ring: KeyRing = { ...testRing, file: join(mkdtempSync(join(tmpdir(), 'bookend-own-')), 'keys.json') };
  const publicKey = Buffer.from(makeCycleKey(ring, cycle.keyId));
  await db.cycle.update({ where: { id: cycle.id }, data: { publicKey } });
  const { organizationId } = program;
  /** What the worker reads, and writes into the log. */
  const read = (purpose: string, at = LATER) =>
    asWorker(() =>
      openCycle(db, ring, { organizationId, cycleId: cycle.id, runId: null, purpose, codeVersion: 't' }, at),
    );
  return { cycleId: cycle.id, ring, base: `/apply/${cycle.code.toLowerCase()}/mentee`, read };
}
export type SealedCycle = Awaited<ReturnType<typeof createSealedCycle>>;

export const mailTo = (email: string, words: string) =>
  db.outboxMessage.findFirstOrThrow({
    where: { toAddress: email, text: { contains: words } },
    orderBy: { id: 'desc' },
  });

/** Somebody who sent the whole form with confidential answers and proved their address. */
export async function applied({ base }: SealedCycle, email = EMAIL): Promise<Browser> {
  const browser = newBrowser();
  const check = await fillIn(browser, base, email);
  await browser.post(`${base}/identity`, { ...GIVEN, identity_action: 'replace', step: 'seal' });
  await browser.fill(check, { attest: 'yes' });
  const mail = await mailTo(email, '/resume/');
  await browser.post(/\/resume\/[\w-]{40,}/.exec(mail.text)?.[0] ?? '', {});
  return browser;
}

export const draftOf = (email = EMAIL) =>
  db.draft.findFirstOrThrow({ where: { email }, include: { applications: true } });
