import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runSolve } from '@/cli/solve';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { askMatcher } from '@/features/matching/inquiries/commands';
import { findStudy, findWhatIf } from '@/features/matching/inquiries/queries';
import type { AskInput } from '@/features/matching/inquiries/schema';
import { vetoPair } from '@/features/matching/pairs/commands';
import { keepRepair } from '@/features/matching/shadow/commands';
import { findRecord } from '@/features/matching/records/queries';
import { answerInquiry } from '@/jobs/answer-inquiry';
import { asWorker, ownerQuery, queuedJobs } from '../../support/database';
import { createActor, NOW, testRing } from '../../support/factories';
import { createMatching, planOf, run, viewer } from './setting';

const answer = (inquiryId: string, attempts = 1) =>
  asWorker(() => answerInquiry({ inquiryId }, { attempts, ring: testRing }));

async function matched(people = {}) {
  const setting = await createMatching(people);
  await run(setting.chair, setting.cycleId);
  const plan = await planOf(setting.cycleId);
  const ask = async (question: AskInput['question'], actor: UserActor = setting.chair) => {
    const id = await askMatcher(actor, { planId: plan.id, question }, NOW);
    await answer(id);
    return findWhatIf(setting.cycleId, id, viewer);
  };
  return { ...setting, plan, ask };
}

describe('a question to the matcher', () => {
  it('is answered with the best plan now beside the best then', async () => {
    const { ask, plan, mentors } = await matched();
    const [match] = plan.matches;
    if (!match) throw new Error('Nobody is matched.');
    const { menteeApplicationId: menteeId, mentorApplicationId: mentorId } = match;
    const vetoed = await ask({ kind: 'veto', menteeId, mentorId });
    expect(vetoed?.state).toBe('answered');
    expect(vetoed?.difference?.figures).toMatchObject({ before: { matched: 3 }, after: { matched: 3 } });
    expect(vetoed?.difference?.changed).toContainEqual(
      expect.objectContaining({ id: menteeId, from: match.mentor.name }),
    );
    const place = await ask({ kind: 'place', mentorId: mentors[0]?.applicationId ?? '' });
    expect(place?.difference).toMatchObject({ matchedChange: 1, figures: { after: { matched: 4 } } });
    const gone = await ask({ kind: 'withdraw', applicationId: mentorId });
    expect(gone?.difference).toMatchObject({ matchedChange: -1 });
  });

  it('says nothing changes when the pair is already there', async () => {
    const { ask, plan } = await matched();
    const before = await ask({ kind: 'veto', menteeId: plan.pairs[0]?.[0] ?? '', mentorId: plan.pairs[1]?.[1] ?? '' });
    expect(before?.difference?.changed.filter(({ kind }) => kind === 'same')).toEqual([]);
  });

  it('keeps what is asked apart from what is: nothing changes by asking', async () => {
    const { ask, plan, cycleId } = await matched();
    const [menteeId, mentorId] = plan.pairs[0] ?? ['', ''];
    await ask({ kind: 'veto', menteeId, mentorId });
    expect(await db.pairRule.count({ where: { cycleId } })).toBe(0);
    expect((await planOf(cycleId)).pairs).toEqual(plan.pairs);
  });

  it('answers in words when locks do not go together', async () => {
    const { ask, mentees, mentors } = await matched();
    const mentorId = mentors[0]?.applicationId ?? '';
    const pairs = mentees.slice(0, 2).map(({ applicationId }): [string, string] => [applicationId, mentorId]);
    const found = await ask({ kind: 'swap', pairs });
    expect(found).toMatchObject({ state: 'failed', difference: null });
    expect(found?.problem).toMatch(/^These locks cannot all hold/);
  });

  it('is the chair’s, and not about their own application', async () => {
    const { program, plan } = await matched();
    const [match] = plan.matches;
    const question = { kind: 'withdraw', applicationId: match?.menteeApplicationId ?? '' } as const;
    const reviewer = await createActor(program, 'reviewer');
    const asked = (actor: UserActor) => askMatcher(actor, { planId: plan.id, question }, NOW);
    await expect(asked(reviewer)).rejects.toMatchObject({ code: 'actor.forbidden' });
    const own = { ...(await createActor(program, 'chair')), closed: [match?.mentee.personId ?? ''] };
    await expect(asked(own)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });

  it('gives up after three deaths of the worker, and says so', async () => {
    const { plan, chair, cycleId } = await matched();
    const id = await askMatcher(chair, { planId: plan.id, question: { kind: 'study' } }, NOW);
    await answer(id, 4);
    expect(await db.inquiry.findUnique({ where: { id }, select: { state: true, answer: true } })).toEqual({
      state: 'failed',
      answer: null,
    });
    expect(await findWhatIf(cycleId, id, viewer)).toBeNull();
  });
});

describe('a run', () => {
  it('is repeated by the worker with what is sealed, and gives the same plan', async () => {
    const { ask, cycleId, plan, chair, mentees } = await matched();
    expect((await ask({ kind: 'replay' }))?.replay).toEqual({ kind: 'replay', same: true, pairs: 3 });
    const opened = await ownerQuery('SELECT purpose FROM vault.access_log ORDER BY id');
    expect(opened.map(({ purpose }) => purpose)).toEqual(['matching', 'replay']);
    await vetoPair(
      chair,
      { cycleId, menteeId: plan.pairs[0]?.[0] ?? '', mentorId: plan.pairs[0]?.[1] ?? '', reason: 'x' },
      NOW,
    );
    expect((await ask({ kind: 'replay' }))?.replay).toMatchObject({ same: false });
    expect(mentees).toHaveLength(4);
  });

  it('keeps its public problem, which the command solves to the same bytes', async () => {
    const { cycleId, plan } = await matched();
    const runId = (await db.plan.findUniqueOrThrow({ where: { id: plan.id } })).runId ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'bookend-record-'));
    const problem = (await findRecord(cycleId, runId, 'problem.json', viewer)) ?? '';
    writeFileSync(join(folder, 'problem.json'), problem);
    const said: string[] = [];
    const end = runSolve(['problem.json', '--out', 'answer.json'], {
      folder,
      out: () => undefined,
      say: (line) => said.push(line),
      now: () => 0,
    });
    expect([end, said.filter((line) => !line.startsWith('read in'))]).toEqual([0, []]);
    expect(readFileSync(join(folder, 'answer.json'), 'utf8')).toBe(
      await findRecord(cycleId, runId, 'answer.json', viewer),
    );
    rmSync(folder, { recursive: true });
    const own = { closed: [plan.matches[0]?.mentee.personId ?? ''], readsVetoes: false };
    expect(await findRecord(cycleId, runId, 'problem.json', own)).toBeNull();
  });
});

it('closes to a member who applied what is about them, and every figure that counts them', async () => {
  const { ask, plan, cycleId } = await matched();
  const [match, other] = plan.matches;
  if (!match || !other) throw new Error('Too few are matched.');
  const own = { closed: [match.mentee.personId ?? ''], readsVetoes: false };
  const about = await ask({ kind: 'withdraw', applicationId: match.menteeApplicationId });
  expect(await findWhatIf(cycleId, about?.id ?? '', own)).toBeNull();
  const elsewhere = await ask({ kind: 'withdraw', applicationId: other.mentorApplicationId });
  const seen = await findWhatIf(cycleId, elsewhere?.id ?? '', own);
  expect(seen?.difference?.figures).toBeNull();
  expect(JSON.stringify(seen)).not.toContain(match.menteeApplicationId);
});

it('studies every plan by itself once it is saved', async () => {
  const { plan } = await matched();
  const jobs = await queuedJobs();
  const studies = jobs.filter(({ task }) => task === 'answer-inquiry');
  expect(studies).toHaveLength(1);
  await answer(studies[0]?.key?.replace('answer-inquiry:', '') ?? '');
  const found = await findStudy(plan.id);
  expect(found).toMatchObject({
    state: 'answered',
    study: { figures: { matched: 3 }, demand: { mentees: 4, places: 3, mentors: 3 }, unmatched: [{ open: 3 }] },
  });
});

describe('a repair', () => {
  it('after a withdrawal changes no more matches than allowed, and becomes a plan when it is kept', async () => {
    const { ask, plan, chair, cycleId } = await matched();
    const left = plan.matches[0]?.mentee;
    await db.application.update({ where: { id: left?.id ?? '' }, data: { state: 'withdrawn' } });
    const found = await ask({ kind: 'repair', mostChanged: 0 });
    expect(found?.repair).toMatchObject({ possible: true, matched: 3, changed: 0, proved: true });
    expect(found?.repair?.chains.flat()).toContainEqual(
      expect.objectContaining({ kind: 'gained', to: plan.matches[0]?.mentor.name }),
    );
    const number = await keepRepair(chair, { inquiryId: found?.id ?? '' }, NOW);
    const kept = await planOf(cycleId, number);
    expect(kept).toMatchObject({ state: 'proposed', handMade: true, verified: true, matched: 3 });
    const others = plan.pairs.filter(([menteeId]) => menteeId !== left?.id);
    expect(kept.pairs).toEqual(expect.arrayContaining(others));
  });

  it('leaves matches alone that people were told of', async () => {
    const { ask, plan } = await matched();
    const [gone, told] = plan.matches;
    await db.match.update({ where: { id: told?.id ?? '' }, data: { state: 'confirmed' } });
    await db.application.update({ where: { id: gone?.mentorApplicationId ?? '' }, data: { state: 'withdrawn' } });
    const found = await ask({ kind: 'repair', mostChanged: 5 });
    expect(found?.repair?.chains.flat().map(({ id }) => id)).not.toContain(told?.menteeApplicationId);
  });
});
