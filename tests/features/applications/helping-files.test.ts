import { describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { textOf } from '@/domain/answers';
import { fileIn } from '@/domain/file-type';
import { answersSchema } from '@/features/applications/schema';
import { newId } from '@/lib/id';
import { createActor, NOW } from '../../support/factories';
import { desk as formDesk } from '../forms/desk';
import { fillIn, newBrowser } from './browser';
import { base, hand, pdf, textFile } from './handing';
import { createHelpDesk } from './helping-desk';

vi.setConfig({ testTimeout: 60_000 });

const WHY = { staff_reason: 'It came by post on Monday.' };

/** An application that was sent, with somebody of staff beside it. */
async function sent(email = 'paper@example.test') {
  const browser = newBrowser();
  await browser.fill(await fillIn(browser, base(), email), { attest: 'yes' });
  const { id } = await db.application.findFirstOrThrow({ where: { email } });
  return { desk: await createHelpDesk(formDesk()), browser, id };
}
const resumeOf = async (id: string) => {
  const { answers } = await db.application.findUniqueOrThrow({ where: { id }, select: { answers: true } });
  return fileIn(textOf(answersSchema.parse(answers), 'resume'));
};

describe('staff hand in a file for somebody', () => {
  it('with a reason; it is an answer of what was sent and of the applicant’s form, and can be fetched', async () => {
    const { desk, browser, id } = await sent();
    const page = await desk.open(id, 'more');
    expect(page.text).toContain('encType="multipart/form-data"');
    const saved = await desk.upload(page, id, 'more', { resume: pdf('Zsófia.pdf'), ...WHY });
    expect(saved).toMatchObject({ status: 303, path: expect.stringMatching(/done=changed$/) });
    const file = await resumeOf(id);
    expect(file?.name).toBe('Zsófia.pdf');
    const answer = await desk.file(id, file?.id ?? '');
    expect([answer.status, answer.headers.get('content-disposition'), (await answer.text()).slice(0, 8)]).toEqual([
      200,
      "attachment; filename*=UTF-8''Zs%C3%B3fia.pdf",
      '%PDF-1.7',
    ]);
    expect((await browser.get(`${base()}/files/${file?.id}`)).status).toBe(200);
    const events = await db.event.findMany({
      where: { subjectId: id, action: { in: ['application.file_handed_in', 'application.changed_for'] } },
      select: { action: true, actor: true, reason: true },
      orderBy: { at: 'asc' },
    });
    const who = `user:${desk.staff.userId}`;
    expect(events).toEqual(
      expect.arrayContaining([
        { action: 'application.file_handed_in', actor: who, reason: '' },
        { action: 'application.changed_for', actor: who, reason: WHY.staff_reason },
      ]),
    );
  });

  it('and need not choose it again when the page comes back for want of a reason', async () => {
    const { desk, id } = await sent();
    const back = await desk.upload(await desk.open(id, 'more'), id, 'more', { resume: pdf('cv.pdf') });
    expect([back.status, back.text.includes('cv.pdf'), await resumeOf(id)]).toEqual([422, true, null]);
    await desk.upload(back, id, 'more', WHY);
    expect((await resumeOf(id))?.name).toBe('cv.pdf');
  });

  it('and can take back the one that is there, also when the page comes back between', async () => {
    const { desk, id } = await sent();
    await desk.upload(await desk.open(id, 'more'), id, 'more', { resume: pdf(), ...WHY });
    const back = await desk.upload(await desk.open(id, 'more'), id, 'more', { resume_remove: 'yes' });
    expect(back.status).toBe(422);
    await desk.upload(back, id, 'more', WHY);
    expect(await resumeOf(id)).toBeNull();
  });

  it('keeps the one that is there when the page is saved without choosing', async () => {
    const { desk, id } = await sent();
    await desk.upload(await desk.open(id, 'more'), id, 'more', { resume: pdf('first.pdf'), ...WHY });
    await desk.upload(await desk.open(id, 'more'), id, 'more', { anything_else: 'By phone.', ...WHY });
    expect((await resumeOf(id))?.name).toBe('first.pdf');
  });

  it('is told beside the question that a picture is not taken, and the earlier file stays', async () => {
    const { desk, id } = await sent();
    await desk.upload(await desk.open(id, 'more'), id, 'more', { resume: pdf('first.pdf'), ...WHY });
    const wrong = new File([Uint8Array.from([137, 80, 78, 71, 0, 1])], 'scan.pdf');
    const back = await desk.upload(await desk.open(id, 'more'), id, 'more', { resume: wrong, ...WHY });
    expect([back.status, back.text.includes('Error:'), back.text.includes('first.pdf')]).toEqual([422, true, true]);
    expect((await resumeOf(id))?.name).toBe('first.pdf');
  });
});

describe('a file named by the page', () => {
  it('counts only when it is one of this person’s form', async () => {
    const { desk, id } = await sent();
    const other = newBrowser();
    await fillIn(other, base(), 'other@example.test');
    await hand(other, { resume: pdf('theirs.pdf') });
    const theirs = await db.file.findFirstOrThrow({ where: { name: 'theirs.pdf' } });
    for (const forged of [
      `${theirs.id} theirs.pdf`,
      `${newId(NOW)} x.pdf`,
      'x',
      '00000000-0000-0000-0000-00000000000x y',
    ])
      await desk.upload(await desk.open(id, 'more'), id, 'more', { resume_kept: forged, ...WHY });
    expect(await resumeOf(id)).toBeNull();
    expect((await desk.file(id, theirs.id)).status).toBe(404);
  });

  it('is closed to who may not help, and in a form that is not sent, until its applicant lets staff in', async () => {
    const { desk, id } = await sent();
    await desk.upload(await desk.open(id, 'more'), id, 'more', { resume: textFile('cv.txt', 'Words.'), ...WHY });
    const file = (await resumeOf(id))?.id ?? '';
    const reviewer = await createActor(formDesk().program, 'reviewer');
    expect((await desk.file(id, file, reviewer)).status).toBe(404);
    const browser = newBrowser();
    await fillIn(browser, base(), 'draft@example.test');
    await hand(browser, { resume: pdf('draft.pdf') });
    const draft = await db.application.findFirstOrThrow({ where: { email: 'draft@example.test' } });
    const kept = await db.file.findFirstOrThrow({ where: { name: 'draft.pdf' } });
    expect((await desk.file(draft.id, kept.id)).status).toBe(404);
    await db.draft.updateMany({ where: { email: 'draft@example.test' }, data: { openedToStaffAt: NOW } });
    expect((await desk.file(draft.id, kept.id)).status).toBe(200);
  });
});
