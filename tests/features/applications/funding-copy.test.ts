import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { makeSealedCopy } from '@/jobs/make-sealed-copy';
import { noteErasure } from '@/jobs/note-erasure';
import { replayLedger } from '@/ops/replay';
import { stage, asked, ask, CLOSED, funding } from '../funding/desk';
import { asWorker, freezeClock, urls } from '../../support/database';
import { NOW, testRing } from '../../support/factories';
import { fillIn, newBrowser, setClock } from './browser';

vi.setConfig({ testTimeout: 60_000 });

const EMAIL = 'copying@example.test';
const SELF = { self_description: 'I am the first of my family at a university.', self_consent: 'yes' } as const;
const mailWith = async (text: string) =>
  (
    await db.outboxMessage.findFirstOrThrow({
      where: { toAddress: EMAIL, text: { contains: text } },
      orderBy: { id: 'desc' },
    })
  ).text;

async function proven() {
  const browser = newBrowser();
  const base = `/apply/${funding().cycle.code.toLowerCase()}/mentee`;
  await browser.fill(await fillIn(browser, base, EMAIL), { attest: 'yes' });
  await browser.post(/\/resume\/[\w-]{40,}/.exec(await mailWith('/resume/'))?.[0] ?? '', {});
  return browser;
}

it('a copy of everything holds the request, and no decision that was not told', async () => {
  setClock(NOW);
  await freezeClock(NOW);
  const browser = await proven();
  const { id: personId } = await db.person.findFirstOrThrow({ where: { email: EMAIL } });
  await ask(personId, SELF);
  const { id } = await db.fundingRequest.findFirstOrThrow();
  await stage(id, 'decline');
  await browser.post('/status/copy', {});
  const code = /\b[0-9A-Z]{4} [0-9A-Z]{4}\b/.exec(await mailWith('You asked for a copy'))?.[0] ?? '';
  const waiting = await browser.post('/status/copy', { code });
  const { id: copyId } = await db.sealedCopy.findFirstOrThrow();
  await asWorker(() => makeSealedCopy({ copyId }, { ring: testRing, breakGlass: false }, NOW));
  const { text } = await browser.post(waiting.path, {});
  for (const words of ['Dues are two days of my pay.', SELF.self_description, 'We have your request.'])
    expect(text).toContain(words);
  const file = /base64,([A-Za-z0-9+/=]+)"/.exec(text)?.[1] ?? '';
  const { funding: kept } = JSON.parse(Buffer.from(file, 'base64').toString('utf8'));
  expect(kept).toEqual([
    {
      program: 'ALSC Mentoring',
      cycle: 'Spring 2030',
      state: 'requested',
      askedAt: NOW.toISOString(),
      why: 'Dues are two days of my pay.',
      use: 'I would join the outreach group.',
      couldJoin: 'no',
      selfDescription: SELF.self_description,
      selfConsentAt: NOW.toISOString(),
      obligations: [],
    },
  ]);
});

it('a backup from before does not bring an erased self-description back', async () => {
  const [erased, stays] = [await asked(SELF), await asked(SELF)];
  const ring = { ...testRing, file: join(mkdtempSync(join(tmpdir(), 'bookend-own-')), 'keys.json') };
  noteErasure({ applicationId: erased.id, at: CLOSED.toISOString() }, ring);
  await replayLedger(urls.owner, ring, NOW);
  const left = await db.fundingRequest.findMany({
    where: { selfDescription: { not: '' } },
    select: { id: true, selfConsentAt: true },
  });
  expect(left).toEqual([{ id: stays.id, selfConsentAt: NOW }]);
});
