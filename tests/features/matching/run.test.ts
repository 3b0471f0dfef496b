import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { cancelRun } from '@/features/matching/runs/commands';
import { progressWords } from '@/features/matching/runs/components/run-progress';
import { listRuns } from '@/features/matching/runs/queries';
import { noteProgress, startRun } from '@/features/matching/working/commands';
import { lockPair, vetoPair } from '@/features/matching/pairs/commands';
import { saveSettings } from '@/features/matching/weights/commands';
import { OFFERED_RULES } from '@/features/matching/inputs/schema';
import { asWorker, ownerQuery, queuedJobs } from '../../support/database';
import { createActor, NOW } from '../../support/factories';
import { createMatching, pairsIn, planOf, request, run, work } from './setting';

it('saves a verified plan with points that add up and reasons that both may read', async () => {
  const { chair, cycleId, mentees } = await createMatching();
  const ended = await run(chair, cycleId);
  const plan = await planOf(cycleId);
  expect(ended).toMatchObject({ state: 'done', problem: '', inputsHash: plan.inputsHash });
  expect(plan).toMatchObject({
    number: 1,
    state: 'proposed',
    verified: true,
    handMade: false,
    matched: 3,
    createdById: chair.userId,
  });
  expect(plan.inputsHash).toMatch(/^[0-9a-f]{64}$/);
  const rows = await db.match.findMany({ where: { cycleId } });
  for (const { fit, reasons } of rows) {
    const points = Array.isArray(reasons) ? reasons.map((reason) => Number(Object(reason).points)) : [];
    expect(points.reduce((sum, one) => sum + one, 0)).toBe(fit);
  }
  expect(rows.every(({ safeReasons }) => Array.isArray(safeReasons) && safeReasons.length > 0)).toBe(true);
  expect(mentees.length - plan.matched).toBe(1);
});

it('is for the chair, queued once, and one at a time', async () => {
  const { chair, program, cycleId } = await createMatching();
  const reviewer = await createActor(program, 'reviewer');
  await expect(request(reviewer, cycleId)).rejects.toMatchObject({ code: 'actor.forbidden' });
  const id = await request(chair, cycleId);
  await expect(request(chair, cycleId)).rejects.toMatchObject({ code: 'matching.already_running' });
  expect(await queuedJobs()).toContainEqual({ task: 'run-matching', key: `run-matching:${id}` });
});

it('gives the same plan for the same people, and numbers the plans', async () => {
  const { chair, cycleId } = await createMatching({ mentees: 8, places: [2, 1, 2] });
  await run(chair, cycleId);
  await run(chair, cycleId);
  expect(await pairsIn(cycleId, 2)).toEqual(await pairsIn(cycleId, 1));
  expect((await planOf(cycleId, 2)).inputsHash).toBe((await planOf(cycleId, 1)).inputsHash);
});

it('keeps locks and vetoes in a re-run', async () => {
  const { chair, cycleId } = await createMatching();
  await run(chair, cycleId);
  const [first, second] = [...(await pairsIn(cycleId))];
  if (!first || !second) throw new Error('Too few pairs.');
  await vetoPair(chair, { cycleId, menteeId: first[0], mentorId: first[1], reason: 'Worked together' }, NOW);
  await lockPair(chair, { cycleId, menteeId: second[0], mentorId: first[1] }, NOW);
  await run(chair, cycleId);
  const after = await pairsIn(cycleId, 2);
  expect(after.get(second[0])).toBe(first[1]);
  expect(after.get(first[0])).not.toBe(first[1]);
});

it('ends with a sentence when the locks cannot hold, and is not tried again', async () => {
  const { chair, cycleId, mentors, mentees } = await createMatching();
  const mentorId = mentors[0]?.applicationId ?? '';
  for (const { applicationId: menteeId } of mentees.slice(0, 2))
    await lockPair(chair, { cycleId, menteeId, mentorId }, NOW);
  const ended = await run(chair, cycleId);
  expect(ended.state).toBe('failed');
  expect(ended.problem).toMatch(/^These locks cannot all hold\. .+ are more than the mentor has places\.$/);
  expect(await db.plan.count({ where: { cycleId } })).toBe(0);
});

it('says when there is nobody to match', async () => {
  const { chair, cycleId } = await createMatching({ mentees: 0 });
  expect(await run(chair, cycleId)).toMatchObject({
    state: 'failed',
    problem: expect.stringMatching(/at least one accepted/),
  });
});

it('does nothing when it was cancelled while it waited', async () => {
  const { chair, cycleId } = await createMatching();
  const id = await request(chair, cycleId);
  await cancelRun(chair, { runId: id }, NOW);
  await work(id);
  expect(await db.plan.count({ where: { cycleId } })).toBe(0);
  expect(await db.matchRun.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'cancelled' });
  await expect(cancelRun(chair, { runId: id }, NOW)).rejects.toMatchObject({ code: 'matching.run_over' });
});

const slowReading = () =>
  ownerQuery(`
    CREATE FUNCTION public.slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.5); RETURN NEW; END $$;
    CREATE TRIGGER slow BEFORE INSERT ON vault.access_log FOR EACH ROW EXECUTE FUNCTION public.slow()`);
const mendReading = () => ownerQuery('DROP TRIGGER slow ON vault.access_log; DROP FUNCTION public.slow()');

async function untilRunning(id: string): Promise<void> {
  for (;;) {
    const [row] = await ownerQuery<{ state: string }>('SELECT state FROM match_runs WHERE id = $1', [id]);
    if (row?.state === 'running') return;
  }
}

it('saves nothing when it is cancelled while it works', async () => {
  const { chair, cycleId } = await createMatching();
  const id = await request(chair, cycleId);
  await slowReading();
  const working = work(id);
  await untilRunning(id);
  // As the owner: in this process the worker role stands behind `db` while the job works.
  await ownerQuery(`UPDATE match_runs SET state = 'cancelled' WHERE id = $1`, [id]);
  await working;
  await mendReading();
  expect(await db.matchRun.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'cancelled' });
  expect(await db.plan.count({ where: { cycleId } })).toBe(0);
});

const breakSaving = () =>
  ownerQuery(`
    CREATE FUNCTION public.break_saving() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$;
    CREATE TRIGGER break_saving AFTER INSERT ON matches EXECUTE FUNCTION public.break_saving()`);
const mendSaving = () => ownerQuery('DROP TRIGGER break_saving ON matches; DROP FUNCTION public.break_saving()');

it('leaves no half plan when it dies while saving, and starts again from the beginning', async () => {
  const { chair, cycleId } = await createMatching();
  const id = await request(chair, cycleId);
  await breakSaving();
  await expect(work(id, 1)).rejects.toThrow('tried again');
  await mendSaving();
  expect([await db.plan.count({ where: { cycleId } }), await db.match.count({ where: { cycleId } })]).toEqual([0, 0]);
  expect(await db.matchRun.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'running' });
  await work(id, 2);
  expect((await planOf(cycleId)).matched).toBe(3);
});

it('tells how near the best possible a plan is while fit alone decides, and keeps nothing of it', async () => {
  const { chair, cycleId } = await createMatching();
  const id = await request(chair, cycleId);
  await asWorker(() => startRun(id, NOW));
  const boundAfter = async (stage: 'who' | 'with-whom', share: number | null, fenced = false) => {
    await asWorker(() => noteProgress(id, { stage, done: 1, total: 9, share }, NOW));
    const [row] = await listRuns(cycleId, { fenced });
    if (!row) throw new Error('No run.');
    return progressWords(row, NOW);
  };
  expect(await boundAfter('who', null)).toBe('Finding who is matched: 1 of 9, less than a minute left.');
  const near = 'Finding who is matched: 1 of 9, less than a minute left. Already within 0.3 % of the best possible.';
  expect(await boundAfter('who', 0.003)).toBe(near);
  expect(await boundAfter('who', 0.0002)).toContain('within less than 0.1 % of');
  expect(await boundAfter('who', 0.5)).not.toContain('within');
  // Whoever applied reads no more than that it works; what wishes decide is told to nobody.
  expect(await boundAfter('who', 0.003, true)).toBe('Finding who is matched.');
  expect(await boundAfter('with-whom', 0.003)).not.toContain('within');
  expect((await db.matchRun.findUniqueOrThrow({ where: { id } })).bound).toBeNull();
  await asWorker(() => noteProgress(id, { stage: 'who', done: 1, total: 9, share: 0.003 }, NOW));
  await cancelRun(chair, { runId: id }, NOW);
  expect((await db.matchRun.findUniqueOrThrow({ where: { id } })).bound).toBeNull();
});

it('says so when it is given up', async () => {
  const { chair, cycleId } = await createMatching();
  const id = await request(chair, cycleId);
  await work(id, 4);
  expect(await db.matchRun.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'failed',
    problem: expect.stringMatching(/fault on our side/),
  });
});

it('runs at most six times an hour', async () => {
  const { chair, cycleId } = await createMatching();
  for (let index = 0; index < 6; index += 1) await run(chair, cycleId);
  await expect(request(chair, cycleId)).rejects.toMatchObject({ code: 'matching.too_often' });
});

it('goes by the weights and rules that the chair set', async () => {
  const { chair, cycleId } = await createMatching();
  const weights = { competencies: 0, interests: 0, region: 0, meeting: 100, setting: 0 };
  await saveSettings(chair, { cycleId, weights, minimum: 100, on: [...OFFERED_RULES], credit: true }, NOW);
  await run(chair, cycleId);
  const rows = await db.match.findMany({ where: { cycleId }, select: { fit: true } });
  expect(rows.every(({ fit }) => fit === 100_000)).toBe(true);
  expect((await planOf(cycleId)).weights).toEqual(weights);
});
