import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { CANARY, findCanaries, spellingsOf } from './support/canary';
import { everyTable, filesIn } from './support/everything';
import { base, IN_REVIEW, query, signInAs } from './support/program';

const data = () => process.env.DATA_DIR ?? '';
const CHAIR = 'Marguerite';

test('the same search finds what is planted, in every spelling', async ({ browser }) => {
  const marker = `${CANARY}-planted`;
  for (const [name, texts] of Object.entries(spellingsOf(CANARY)))
    for (const text of texts)
      expect(findCanaries([{ where: 'a text', content: `..${text}..` }])).toContain(`a text (${name})`);
  for (const padding of ['', 'x', 'xx']) {
    const written = Buffer.from(padding + marker).toString('base64');
    expect(findCanaries([{ where: 'a text', content: written }])).toContain('a text (base64)');
  }

  await query(
    `INSERT INTO outbox_messages (id, organization_id, key, kind, state, to_address, subject, text, html, not_before, created_at)
     SELECT gen_random_uuid(), id, 'planted', 'test', 'stopped', 'nobody@example.test', '', $1, '', now(), now() FROM organizations`,
    [`Your wish ${marker}`],
  );
  expect(findCanaries(await everyTable())).toEqual(['public.outbox_messages (plain)']);
  await query("DELETE FROM outbox_messages WHERE key = 'planted'");

  const [application] = await query<{ id: string; answers: object }>(
    `SELECT a.id::text, a.answers FROM applications a JOIN cycles c ON c.id = a.cycle_id WHERE c.code = $1 AND a.role = 'mentee' LIMIT 1`,
    [IN_REVIEW.toUpperCase()],
  );
  const keep = (answers: object) =>
    query('UPDATE applications SET answers = $2::jsonb WHERE id = $1', [application?.id, JSON.stringify(answers)]);
  await keep({ ...application?.answers, employer: marker });
  const context = await browser.newContext();
  await signInAs(await context.newPage(), CHAIR);
  const answer = await context.request.get(`${base()}/committee/${IN_REVIEW}/applications/${application?.id}`);
  expect(findCanaries([{ where: 'a page', content: await answer.text() }])).toEqual(['a page (plain)']);
  await keep(application?.answers ?? {});
  await context.close();

  const [row] = await query<{ run_id: string; problem: Buffer }>(
    'SELECT run_id::text, problem FROM run_records LIMIT 1',
  );
  const keepProblem = (problem?: Buffer) =>
    query('UPDATE run_records SET problem = $2 WHERE run_id = $1', [row?.run_id, problem]);
  await keepProblem(gzipSync(JSON.stringify({ wished: marker })));
  const chair = await browser.newContext();
  await signInAs(await chair.newPage(), CHAIR);
  const exported = await chair.request.get(
    `${base()}/committee/${IN_REVIEW}/matching/runs/${row?.run_id}/problem.json`,
  );
  expect(findCanaries([{ where: 'an export', content: await exported.text() }])).toEqual(['an export (plain)']);
  await keepProblem(row?.problem);
  await query('UPDATE match_runs SET problem = $2 WHERE id = $1', [row?.run_id, `No mentor is ${marker}.`]);
  const told = await (await chair.request.get(`${base()}/committee/${IN_REVIEW}/matching`)).text();
  await query("UPDATE match_runs SET problem = '' WHERE id = $1", [row?.run_id]);
  await chair.close();
  expect(findCanaries([{ where: 'an error text', content: told }])).toContain('an error text (plain)');

  await query(
    "SELECT graphile_worker.add_job('planted', json_build_object('wish', $1::text), run_at => now() + interval '1 day', job_key => 'planted')",
    [marker],
  );
  expect(findCanaries(await everyTable())).toEqual(['graphile_worker._private_jobs (plain)']);
  await query("SELECT graphile_worker.remove_job('planted')");

  appendFileSync(join(data(), 'logs', 'web.log'), `{"level":20,"msg":"${Buffer.from(marker).toString('hex')}"}\n`);
  expect(findCanaries(filesIn(join(data(), 'logs')))).toEqual(['web.log (hex)']);
});
