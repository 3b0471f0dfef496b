import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { confirmInterest } from '@/features/programs/interest/commands';
import { takeInterest, takeInterestLink, showInterestLink } from '@/features/programs/interest/handlers';
import { tellInterested } from '@/features/programs/interest/commands';
import { newToken } from '@/lib/token';
import { createProgram, createTestCycle, NOW } from '../../support/factories';
import { setClock } from '../applications/browser';

const JOB = { kind: 'job', name: 'test' } as const;
const DAY_MS = 86_400_000;
let slug = '';
let programId = '';
let opensAt = NOW;

beforeEach(async () => {
  setClock(NOW);
  const program = await createProgram();
  const cycle = await createTestCycle(program);
  programId = program.programId;
  ({ slug } = await db.program.findUniqueOrThrow({ where: { id: programId }, select: { slug: true } }));
  ({ opensAt } = await db.cycle.findUniqueOrThrow({ where: { id: cycle.id }, select: { opensAt: true } }));
});

const form = (fields: Record<string, string>) =>
  new Request('http://localhost:3000/', {
    method: 'POST',
    headers: {
      origin: 'http://localhost:3000',
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': `198.51.100.${Math.floor(performance.now() % 250)}`,
    },
    body: new URLSearchParams(fields),
  });
const ask = async (email: string) => (await takeInterest(form({ email }), slug)).status;
const mails = () =>
  db.outboxMessage.findMany({ select: { toAddress: true, subject: true, text: true }, orderBy: { id: 'asc' } });
const lastLink = async () => /\/interest\/([\w-]+)/.exec((await mails()).at(-1)?.text ?? '')?.[1] ?? '';
const listed = () => db.interest.findMany({ select: { email: true, confirmedAt: true } });

describe('the list of those who want to hear', () => {
  it('writes once to ask, and only the button of that mail puts an address on it', async () => {
    expect(await ask(' Ada@Example.test')).toBe(200);
    const token = await lastLink();
    expect((await showInterestLink(token)).status).toBe(200);
    expect(await listed()).toEqual([{ email: 'ada@example.test', confirmedAt: null }]);
    await takeInterestLink(form({ go: 'confirm' }), token);
    expect((await listed())[0]?.confirmedAt).not.toBeNull();
  });

  it('deletes an address at once when its owner says so', async () => {
    await ask('ada@example.test');
    const token = await lastLink();
    await takeInterestLink(form({ go: 'leave' }), token);
    expect(await listed()).toEqual([]);
    expect((await showInterestLink(token)).status).toBe(410);
  });

  it('says what is wrong with an address, and keeps it', async () => {
    const answer = await takeInterest(form({ email: 'two@example.test,b@example.test' }), slug);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('value="two@example.test,b@example.test"');
    expect(await listed()).toEqual([]);
  });

  it('sends at most three mails a day to an address, and says the same to all', async () => {
    for (let time = 0; time < 5; time++) expect(await ask('often@example.test')).toBe(200);
    expect(await mails()).toHaveLength(3);
  });
});

describe('the opening', () => {
  const join = async (email: string, confirmed = true) => {
    await ask(email);
    const { id } = await db.interest.findFirstOrThrow({ where: { email }, select: { id: true } });
    if (confirmed) await confirmInterest(id, NOW);
  };

  it('is told once to everybody who confirmed, with the way off the list', async () => {
    await join('silent@example.test', false);
    await join('ada@example.test');
    expect(await tellInterested(JOB, newToken, opensAt)).toBe(1);
    expect(await tellInterested(JOB, newToken, new Date(opensAt.getTime() + DAY_MS))).toBe(0);
    expect((await mails()).filter(({ subject }) => !subject.startsWith('Shall we'))).toEqual([
      {
        toAddress: 'ada@example.test',
        subject: expect.stringContaining('Applications are open'),
        text: expect.stringContaining('/interest/'),
      },
    ]);
    await takeInterestLink(form({ go: 'leave' }), await lastLink());
    expect((await listed()).map(({ email }) => email)).toEqual(['silent@example.test']);
  });

  it('is no news before it, nor a week after', async () => {
    await join('ada@example.test');
    expect(await tellInterested(JOB, newToken, new Date(opensAt.getTime() - 1))).toBe(0);
    expect(await tellInterested(JOB, newToken, new Date(opensAt.getTime() + 7 * DAY_MS))).toBe(0);
  });

  it('is told by the job alone', async () => {
    await expect(tellInterested({ kind: 'visitor' }, newToken, opensAt)).rejects.toMatchObject({
      code: 'actor.forbidden',
    });
  });
});
