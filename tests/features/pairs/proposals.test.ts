import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { getPreflight } from '@/features/announcements/releases/queries';
import { answerProposal, answerProposalFor } from '@/features/pairs/proposals/answering/commands';
import { askMentors } from '@/features/pairs/proposals/commands';
import { remindMentors } from '@/features/pairs/proposals/reminding/commands';
import { showProposal, takeProposalAnswer } from '@/features/pairs/proposals/handlers';
import { findProposalByLink, listAsking } from '@/features/pairs/proposals/queries';
import { createActor, NOW } from '../../support/factories';
import { setClock } from '../applications/browser';
import { held, letGo, minutes, readyCycle } from '../announcements/ready-cycle';

type Ready = Awaited<ReturnType<typeof readyCycle>>;
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);

let made = 0;
const dice = () => `token-${String(++made).padStart(37, '0')}`;

const cycleThatAsks = () => readyCycle('ask_mentors_first');
const ask = ({ cycle, staff }: Ready, count = 1, who = staff) =>
  askMentors(who, { cycleId: cycle.id, count }, dice, NOW);
const mentorFaults = async ({ cycle }: Ready) =>
  (await getPreflight(cycle.id, NOW)).points.find(({ key }) => key === 'mentors')?.faults;
/** The links of the mail to Mara, in the order of her mentees. */
async function linksOf() {
  const { text } = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'proposal' } });
  return [...text.matchAll(/\/proposal\/([\w-]+)/g)].map(([, token = '']) => token);
}
const answer = async (token: string, given: 'yes' | 'no', reason = '', at = NOW) => {
  const proposal = await findProposalByLink(token, at);
  if (!proposal) throw new Error('no such link');
  await answerProposal(proposal, { answer: given, reason }, at);
};

describe('mentors are asked first', () => {
  it('by one mail each, with a link for each mentee, and nothing that is not theirs to know', async () => {
    const ready = await cycleThatAsks();
    expect(await mentorFaults(ready)).toEqual([
      'Mara was not asked yet about Ada.',
      'Mara was not asked yet about Ben.',
    ]);
    await ask(ready);
    const mails = await db.outboxMessage.findMany({ where: { kind: 'proposal' } });
    expect(mails.map(({ toAddress }) => toAddress)).toEqual(['mara@example.test']);
    const { text = '' } = mails[0] ?? {};
    expect([text.includes('Ada'), text.includes('You both chose storytime.'), text.includes('ada@')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await linksOf()).toHaveLength(2);
    expect(await db.letter.count()).toBe(0);
    expect(await db.match.groupBy({ by: ['state'] })).toEqual([{ state: 'approved' }]);
    await expect(ask(ready)).rejects.toMatchObject({ code: 'proposal.count' });
  });

  it('and the letters go when all have said yes; then only the mentee is asked', async () => {
    const ready = await cycleThatAsks();
    await ask(ready);
    const [ada = '', ben = ''] = await linksOf();
    await answer(ada, 'yes');
    expect(await mentorFaults(ready)).toEqual([expect.stringMatching(/^Mara has not answered about Ben; asked until/)]);
    await answer(ben, 'yes');
    expect(await mentorFaults(ready)).toEqual([]);
    await held(ready);
    await letGo(minutes(10));
    const matches = await db.match.findMany({ select: { state: true, mentorAnswer: true } });
    expect(matches).toEqual([
      { state: 'mentor_confirmed', mentorAnswer: 'yes' },
      { state: 'mentor_confirmed', mentorAnswer: 'yes' },
    ]);
    const text = async (name: string) =>
      (await db.outboxMessage.findFirstOrThrow({ where: { toAddress: `${name}@example.test`, kind: 'outcome' } })).text;
    expect(await text('mara')).toContain('You have said yes to this already');
    expect(await text('mara')).not.toContain('/confirm/');
    expect(await text('ada')).toMatch(/\/confirm\/[\w-]{43}/);
    await expect(answer(ada, 'no', '', minutes(20))).rejects.toThrow();
  });

  it('and a no rules the two out, holds the release back, and can be taken back before the letters', async () => {
    const ready = await cycleThatAsks();
    await ask(ready);
    const [ada = ''] = await linksOf();
    await answer(ada, 'no', 'I know her well.');
    expect(await mentorFaults(ready)).toContain('Mara said no to Ada: run the matching again.');
    const rule = await db.pairRule.findFirst({ where: { kind: 'veto' }, select: { reason: true } });
    expect(rule).toEqual({ reason: 'The mentor was asked first, and said no.' });
    await answer(ada, 'yes');
    expect(await db.proposal.count({ where: { answer: 'yes', reason: '' } })).toBe(1);
  });

  it('and a plan made anew asks nobody twice about the same mentee', async () => {
    const ready = await cycleThatAsks();
    await ask(ready);
    const [ada = ''] = await linksOf();
    await answer(ada, 'yes');
    await db.match.updateMany({
      where: { menteeApplicationId: ready.ben.applicationId },
      data: { menteeApplicationId: ready.cem.applicationId },
    });
    expect(await mentorFaults(ready)).toEqual(['Mara was not asked yet about Cem.']);
    await ask(ready);
    const [first, second] = await db.outboxMessage.findMany({
      where: { kind: 'proposal' },
      orderBy: { createdAt: 'asc' },
    });
    expect([first?.text, second?.text].filter((text) => text?.includes('Cem'))).toHaveLength(1);
  });

  it('once more two days before, and never again', async () => {
    const ready = await cycleThatAsks();
    await ask(ready);
    const [ada = ''] = await linksOf();
    await answer(ada, 'yes');
    const job = { kind: 'job', name: 'send-reminders' } as const;
    expect(await remindMentors(job, dice, days(4))).toBe(0);
    // Eleven at night in Chicago.
    expect(await remindMentors(job, dice, days(5.45))).toBe(0);
    expect(await remindMentors(job, dice, days(5))).toBe(1);
    expect(await remindMentors(job, dice, days(6))).toBe(0);
    const mails = await db.outboxMessage.findMany({ where: { key: { startsWith: 'proposal-reminder' } } });
    expect(mails.map(({ text }) => text.includes('Ben'))).toEqual([true]);
  });

  it('by who may ask for the release, in cycles that ask, and only those whom the page named', async () => {
    const ready = await cycleThatAsks();
    await expect(ask(ready, 2)).rejects.toMatchObject({ code: 'proposal.count' });
    await expect(ask(ready, 1, await createActor(ready.program, 'reviewer'))).rejects.toMatchObject({
      code: 'actor.forbidden',
    });
    await expect(ask(await readyCycle())).rejects.toMatchObject({ code: 'proposal.not_here' });
    expect(await db.outboxMessage.count()).toBe(0);
  });
});

describe('staff', () => {
  it('write down what a mentor said on the phone; two at once are told', async () => {
    const ready = await cycleThatAsks();
    await ask(ready);
    const [row] = (await listAsking(ready.cycle.id, ready.staff)).rows;
    const input = { id: row?.proposal?.id ?? '', version: 1, answer: 'yes' as const, reason: 'On the phone.' };
    await answerProposalFor(ready.staff, input, NOW);
    await expect(answerProposalFor(ready.other, input, NOW)).rejects.toMatchObject({ code: 'match.wrong_status' });
    await expect(answerProposalFor(ready.chair, { ...input, version: 2 }, NOW)).rejects.toMatchObject({
      code: 'actor.forbidden',
    });
  });

  it('and chair see no pair of somebody who is closed to them', async () => {
    const ready = await cycleThatAsks();
    const { rows, unasked } = await listAsking(ready.cycle.id, { ...ready.chair, closed: [ready.ada.personId] });
    expect([rows.map(({ mentee }) => mentee.name), unasked]).toEqual([['Ben'], 1]);
  });
});

describe('the page behind the link', () => {
  const post = (token: string, body: string) =>
    takeProposalAnswer(
      new Request(`http://localhost:3000/proposal/${token}`, {
        method: 'POST',
        headers: { origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded' },
        body,
      }),
      token,
    );

  it('asks, takes an answer by its button, and opening it does nothing', async () => {
    setClock(NOW);
    const ready = await cycleThatAsks();
    await ask(ready);
    const [token = ''] = await linksOf();
    const page = await (await showProposal(token)).text();
    expect([page.includes('Would you work with Ada?'), page.includes('ada@example.test')]).toEqual([true, false]);
    expect(await db.proposal.count({ where: { answer: '' } })).toBe(2);
    expect((await post(token, 'answer=perhaps')).status).toBe(422);
    expect((await post(token, 'answer=yes')).status).toBe(303);
    expect(await (await showProposal(token)).text()).toContain('You said yes to Ada');
  });

  it('has ended when the time is over, the two are no longer planned, or the mentee withdrew', async () => {
    setClock(NOW);
    const ready = await cycleThatAsks();
    await ask(ready);
    const [ada = '', ben = ''] = await linksOf();
    expect((await showProposal('nothing')).status).toBe(410);
    await db.application.update({ where: { id: ready.ada.applicationId }, data: { state: 'withdrawn' } });
    expect((await showProposal(ada)).status).toBe(410);
    await db.plan.updateMany({ data: { state: 'proposed' } });
    expect((await showProposal(ben)).status).toBe(410);
    setClock(days(8));
    expect((await post(ben, 'answer=yes')).status).toBe(410);
  });
});
