import { describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { withoutQuestion, withQuestion } from '@/domain/forms/editing';
import { findAnsweredFile } from '@/features/applications/files/queries';
import { powersOf } from '@/features/reviews/queries';
import { newId } from '@/lib/id';
import { createActor, createProgram, NOW } from '../../support/factories';
import { adding, desk, revise } from '../forms/desk';
import { fillIn, newBrowser } from './browser';
import { answerOf, base, hand, pdf, RESUME, started } from './handing';

vi.setConfig({ testTimeout: 60_000 });

describe('another’s file', () => {
  it('is not found from another browser, nor under an id that is none', async () => {
    const browser = await started('mine@example.test');
    await hand(browser, { resume: pdf() });
    const { id = '' } = (await answerOf('mine@example.test')) ?? {};
    const thief = await started('thief@example.test');
    for (const one of [id, newId(NOW), 'x', "'; --", '%00'])
      expect((await thief.get(`${base()}/files/${one}`)).status).toBe(404);
    expect((await newBrowser().get(`${base()}/files/${id}`)).status).toBe(404);
  });

  it('cannot be made one’s own by posting its id as an answer', async () => {
    const browser = await started('owner@example.test');
    await hand(browser, { resume: pdf() });
    const { id = '', name = '' } = (await answerOf('owner@example.test')) ?? {};
    const thief = newBrowser();
    await fillIn(thief, base(), 'forger@example.test');
    const forged = { resume: `${id} ${name}`, letter: `${id} ${name}`, go: 'next' };
    const page = await thief.get(`${base()}/more`);
    await thief.fill(page, forged);
    await thief.upload(page, forged, {});
    await thief.fill(page, { ...forged, autosave: '1' });
    expect(await answerOf('forger@example.test')).toBeNull();
  });

  it('is not served even where a question for words became one for a file', async () => {
    const browser = await started('victim@example.test');
    await hand(browser, { resume: pdf() });
    const { id = '', name = '' } = (await answerOf('victim@example.test')) ?? {};
    await revise(adding({ name: 'proof', label: 'Proof', type: 'text', maxLength: 200, seenBy: 'committee' }));
    const thief = newBrowser();
    await fillIn(thief, base(), 'patient@example.test');
    await thief.fill(await thief.get(`${base()}/more`), { proof: `${id} ${name}`, go: 'next' });
    await revise((form) => withQuestion(form, '', { ...RESUME, name: 'proof' }));
    await thief.fill(await thief.get(`${base()}/check`), { attest: 'yes' });
    const sent = await db.application.findFirstOrThrow({
      where: { state: 'submitted' },
      select: { id: true, answers: true },
    });
    expect(sent.answers).toMatchObject({ proof: `${id} ${name}` });
    expect((await thief.get(`${base()}/files/${id}`)).status).toBe(404);
    expect(await served(sent.id, 'proof', 'reviewer')).toBeNull();
  });
});

async function served(
  applicationId: string,
  question: string,
  role: 'reviewer' | 'staff' | 'chair',
  blindReview = false,
) {
  const user = await createActor(desk().program, role);
  const cycle = { id: desk().cycleId, programId: desk().program.programId, blindReview };
  const asked = { cycleId: cycle.id, applicationId, question };
  return (await findAnsweredFile(user, asked, powersOf(user, cycle, NOW)))?.name ?? null;
}

describe('the committee', () => {
  async function sent(): Promise<string> {
    const browser = newBrowser();
    await fillIn(browser, base(), 'sent@example.test');
    await hand(browser, { resume: pdf('cv.pdf'), letter: pdf('letter.pdf') });
    await browser.fill(await browser.get(`${base()}/check`), { attest: 'yes' });
    return (await db.application.findFirstOrThrow({ where: { state: 'submitted' } })).id;
  }

  it('fetches what its role may read, of the version that was sent', async () => {
    const id = await sent();
    await revise((form) => withoutQuestion(form, 'resume'));
    const rights = await Promise.all(
      (['reviewer', 'chair', 'staff'] as const).map(async (role) => [
        role,
        await served(id, 'resume', role),
        await served(id, 'letter', role),
      ]),
    );
    expect(rights).toEqual([
      ['reviewer', 'cv.pdf', null],
      ['chair', 'cv.pdf', null],
      ['staff', 'cv.pdf', 'letter.pdf'],
    ]);
    expect([await served(id, 'anything_else', 'staff'), await served(id, 'no_such', 'staff')]).toEqual([null, null]);
  });

  it('fetches neither its own, nor what is not sent, nor through another cycle', async () => {
    const id = await sent();
    const user = await createActor(desk().program, 'staff');
    const cycle = { id: desk().cycleId, programId: desk().program.programId, blindReview: false };
    const fetchIt = (cycleId = cycle.id) =>
      findAnsweredFile(user, { cycleId, applicationId: id, question: 'resume' }, powersOf(user, cycle, NOW));
    expect((await fetchIt())?.name).toBe('cv.pdf');
    expect(await fetchIt(newId(NOW))).toBeNull();
    const { personId } = await db.application.findUniqueOrThrow({ where: { id } });
    expect(
      await findAnsweredFile(
        { ...user, personId: personId ?? '', closed: [personId ?? ''] },
        { cycleId: cycle.id, applicationId: id, question: 'resume' },
        powersOf(user, cycle, NOW),
      ),
    ).toBeNull();
    await db.application.update({ where: { id }, data: { state: 'draft' } });
    expect(await fetchIt()).toBeNull();
  });

  it('is closed to a reviewer who reads blind, and open to chair and staff', async () => {
    const id = await sent();
    expect([
      await served(id, 'resume', 'reviewer', true),
      await served(id, 'resume', 'reviewer'),
      await served(id, 'resume', 'chair', true),
      await served(id, 'resume', 'staff', true),
    ]).toEqual([null, 'cv.pdf', 'cv.pdf', 'cv.pdf']);
  });

  it('of another program has no powers here', async () => {
    const stranger = await createActor(await createProgram(), 'staff');
    const cycle = { id: desk().cycleId, programId: desk().program.programId, blindReview: false };
    expect(powersOf(stranger, cycle, NOW).readsStaffAnswers).toBe(false);
  });
});
