import '../../support/database';
import { describe, expect, it } from 'vitest';
import type { GuardedCycle } from '@/auth/guard';
import { db } from '@/db/client';
import { showTrial, takeTrial } from '@/features/applications/trial/handlers';
import { findTrial } from '@/features/applications/trial/queries';
import { discardForm, startVersion } from '@/features/forms/commands';
import { NOW } from '../../support/factories';
import { adding, change, desk, renaming, WHY, windowOf } from '../forms/desk';
import { ANSWERS, hiddenOf, type Fields } from './browser';

const guarded = async (): Promise<GuardedCycle> =>
  db.cycle.findUniqueOrThrow({
    where: { id: desk().cycleId },
    include: {
      program: {
        select: { name: true, slug: true, languages: true, contactName: true, contactEmail: true, contactPhone: true },
      },
    },
  });
const start = () => startVersion(desk().staff, { cycleId: desk().cycleId }, NOW);

async function pageOf(answer: Promise<Response>) {
  const { status, ...response } = await answer.then(async (one) => ({ status: one.status, text: await one.text() }));
  return { status, path: '', ...response };
}
const open = async (role = 'mentee') => pageOf(showTrial(await guarded(), role));

async function post(step: string, fields: Fields, files: Record<string, File> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  for (const [name, file] of Object.entries(files)) body.append(name, file);
  const site = 'http://localhost:3000';
  const request = new Request(`${site}/x`, { method: 'POST', body, headers: { origin: site } });
  return pageOf(takeTrial(request, await guarded(), { role: 'mentee', step }));
}

/** Goes through the pages as an applicant would, up to `last`. */
async function walk(last: string, extra: Record<string, Fields> = {}) {
  let page = await open();
  for (const { key } of (await findTrial(await guarded(), 'mentee'))?.sections ?? []) {
    if (key === last) break;
    page = await post(key, { ...hiddenOf(page), ...ANSWERS[key], ...extra[key] });
  }
  return { ...page, carried: decoded(hiddenOf(page).carried ?? '{}') };
}
const decoded = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
const pdf = (name: string, size = 20) => new File(['%PDF-1.7'.padEnd(size, ' ')], name);

describe('a trial', () => {
  it('is of the version in work, and keeps and sends nothing', async () => {
    await start();
    await change(desk().staff, adding({ ...WHY, required: true, missing: 'Tell us why.' }));
    expect((await open()).text).toContain('Trial of version 2, in work');
    const { carried } = await walk('more');
    const wrong = await post('more', { carried });
    expect([wrong.status, wrong.text.includes('Tell us why.')]).toEqual([422, true]);
    const end = await post('more', { carried, why: 'Because <b>' });
    expect([end.status, end.text.includes('This form can be sent'), end.text.includes('Because &lt;b&gt;')]).toEqual([
      200,
      true,
      true,
    ]);
    const counts = [db.draft.count(), db.application.count(), db.file.count(), db.outboxMessage.count()];
    expect(await Promise.all(counts)).toEqual([0, 0, 0, 0]);
  });

  it('is of the form in use where none is in work, and of no other role', async () => {
    expect((await open()).text).toContain('Trial of version 1, in use');
    expect([
      (await open('nobody')).status,
      (await post('identity', {})).status,
      (await post('no-such', {})).status,
    ]).toEqual([404, 404, 404]);
  });

  it('shows what is in work now, also after another of the same number was thrown away', async () => {
    await start();
    await change(desk().staff, renaming('member', 'Thrown away?'));
    expect((await open()).text).toContain('Thrown away?');
    await discardForm(desk().staff, { cycleId: desk().cycleId, version: await windowOf(desk().cycleId) }, NOW);
    await start();
    await change(desk().staff, renaming('member', 'A member?'));
    expect((await open()).text).toContain('A member?');
  });

  it('says of a file what would be said, and remembers its name from page to page', async () => {
    await start();
    await change(
      desk().staff,
      adding({ name: 'resume', label: 'Résumé', type: 'file', required: true, seenBy: 'committee' }),
    );
    const { carried } = await walk('more');
    const large = await post('more', { carried }, { resume: pdf('a.pdf', 5 * 1024 * 1024 + 1) });
    const wrong = await post('more', { carried }, { resume: new File(['MZ\0'], 'a.pdf') });
    expect([large.text.includes('larger than 5 MB'), wrong.text.includes('whatever its name says')]).toEqual([
      true,
      true,
    ]);
    const tooLong = await post('more', { carried, anything_else: 'word '.repeat(500) }, { resume: pdf('cv.pdf') });
    expect(tooLong.status).toBe(422);
    const end = await post('more', { carried: decoded(hiddenOf(tooLong).carried ?? '') });
    expect([end.status, end.text.includes('cv.pdf')]).toEqual([200, true]);
  });

  it.each(['no json', '[]', 'null', '{"a":{"$gt":""}}', '{"__proto__":"x"}', '{'.repeat(5000)])(
    'takes nothing from what was carried when that is %s',
    async (carried) => {
      expect((await post('eligibility', { carried, member: 'yes', adult: 'yes' })).status).toBe(200);
    },
  );
});
