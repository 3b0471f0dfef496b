import { describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { withoutQuestion } from '@/domain/forms/editing';
import { newId } from '@/lib/id';
import { NOW } from '../../support/factories';
import { revise } from '../forms/desk';
import { answerOf, base, draftOf, hand, pdf, started, textFile } from './handing';

vi.setConfig({ testTimeout: 60_000 });
const MB = 1024 * 1024;
const stored = () => db.file.findMany({ select: { name: true, mediaType: true }, orderBy: { id: 'asc' } });

describe('a file that is handed in', () => {
  it('is kept under a safe name, shown again, and fetched as a download', async () => {
    const browser = await started('one@example.test');
    await hand(browser, { resume: pdf('../My: résumé.exe') }, { anything_else: 'Hello' });
    const kept = await answerOf('one@example.test');
    expect(kept?.name).toBe('My résumé.pdf');
    expect((await draftOf('one@example.test')).answers).toMatchObject({ anything_else: 'Hello' });
    const page = await browser.get(`${base()}/more`);
    expect(page.text).toContain(`${base()}/files/${kept?.id}`);
    const file = await browser.get(`${base()}/files/${kept?.id}`);
    expect({
      status: file.status,
      type: file.headers.get('content-type'),
      disposition: file.headers.get('content-disposition'),
      sniff: file.headers.get('x-content-type-options'),
      policy: file.headers.get('content-security-policy'),
      cache: file.headers.get('cache-control'),
      text: file.text.slice(0, 8),
    }).toEqual({
      status: 200,
      type: 'application/pdf',
      disposition: "attachment; filename*=UTF-8''My%20r%C3%A9sum%C3%A9.pdf",
      sniff: 'nosniff',
      policy: "default-src 'none'; sandbox",
      cache: 'private, no-store',
      text: '%PDF-1.7',
    });
  });

  it('stays when the page is saved without one, is replaced by another, and taken back by a tick', async () => {
    const browser = await started('two@example.test');
    await hand(browser, { resume: pdf('first.pdf') });
    const first = await answerOf('two@example.test');
    await hand(browser, {}, { anything_else: 'Only words' });
    expect(await answerOf('two@example.test')).toEqual(first);
    await browser.fill(await browser.get(`${base()}/more`), { anything_else: 'By itself', autosave: '1' });
    expect(await answerOf('two@example.test')).toEqual(first);
    await hand(browser, { resume: textFile('second.pdf', 'Plain words') });
    expect((await answerOf('two@example.test'))?.name).toBe('second.txt');
    await hand(browser, {}, { resume_remove: 'yes' });
    expect(await answerOf('two@example.test')).toBeNull();
    expect(await stored()).toEqual([
      { name: 'first.pdf', mediaType: 'application/pdf' },
      { name: 'second.txt', mediaType: 'text/plain; charset=utf-8' },
    ]);
  });

  it('is kept although something else on the page is wrong', async () => {
    const browser = await started('wrong@example.test');
    const page = await hand(browser, { resume: pdf() }, { anything_else: 'word '.repeat(500) });
    expect([page.status, page.text.includes('cv.pdf')]).toEqual([422, true]);
    expect((await answerOf('wrong@example.test'))?.name).toBe('cv.pdf');
  });
});

it('that came too late for a page changed elsewhere is not shown as if it were kept', async () => {
  const browser = await started('tabs@example.test');
  await hand(browser, { resume: pdf('first.pdf') });
  const older = await browser.get(`${base()}/more`);
  await hand(browser, {}, { anything_else: 'From the other tab' });
  const page = await browser.upload(older, { anything_else: 'From this tab', go: 'next' }, { resume: pdf('late.pdf') });
  const shown = ['From this tab', 'From the other tab', 'first.pdf', 'late.pdf'].map((words) =>
    page.text.includes(words),
  );
  expect([page.status, shown]).toEqual([409, [true, true, true, false]]);
  expect((await answerOf('tabs@example.test'))?.name).toBe('first.pdf');
});

describe('is not taken, and the words typed beside it come back:', () => {
  const program = () => new File([Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])], 'cv.pdf');

  it.each<[string, () => File, string]>([
    ['one byte more than 5 MB', () => pdf('big.pdf', 5 * MB + 1), 'larger than 5 MB'],
    ['a program that is called PDF', program, 'whatever its name says'],
    ['a page of the web', () => new File(['\ufeff<script>', new Uint8Array([0])], 'cv.docx'), 'whatever its name says'],
    ['an empty file', () => new File([], 'cv.pdf'), 'whatever its name says'],
  ])('%s', async (_, file, said) => {
    const browser = await started('no@example.test');
    await hand(browser, { resume: pdf('good.pdf') });
    const page = await hand(browser, { resume: file() }, { anything_else: 'Long thought' });
    expect([page.status, page.text.includes(said), page.text.includes('Long thought')]).toEqual([422, true, true]);
    expect((await answerOf('no@example.test'))?.name).toBe('good.pdf');
    expect((await draftOf('no@example.test')).answers).toMatchObject({ anything_else: 'Long thought' });
    expect(await stored()).toHaveLength(1);
  });

  it('exactly 5 MB is', async () => {
    const browser = await started('full@example.test');
    await hand(browser, { resume: pdf('full.pdf', 5 * MB) });
    expect((await answerOf('full@example.test'))?.name).toBe('full.pdf');
  });

  it('the twenty-first', async () => {
    const browser = await started('many@example.test');
    const { id: draftId, organizationId } = await draftOf('many@example.test');
    await db.file.createMany({
      data: Array.from({ length: 19 }, () => ({
        id: newId(NOW),
        organizationId,
        draftId,
        name: 'old.txt',
        mediaType: 'text/plain',
        content: new Uint8Array([65]),
        createdAt: NOW,
      })),
    });
    await hand(browser, { resume: pdf('twentieth.pdf') });
    const page = await hand(browser, { resume: pdf('next.pdf') }, { anything_else: 'Kept' });
    expect([page.status, page.text.includes('Twenty files'), page.text.includes('Kept')]).toEqual([422, true, true]);
    expect([(await answerOf('many@example.test'))?.name, await db.file.count()]).toEqual(['twentieth.pdf', 20]);
  });

  it('a body of 13 MB, with a page that says why', async () => {
    const browser = await started('huge@example.test');
    const page = await hand(browser, { resume: pdf('huge.pdf', 13 * MB) });
    expect([page.status, page.text.includes('choose a smaller file')]).toEqual([413, true]);
    expect(await db.file.count()).toBe(0);
  });

  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['with another boundary', 'multipart/form-data; boundary=a', '--b\r\n\r\nx\r\n--b--'],
    [
      'cut in the middle',
      'multipart/form-data; boundary=a',
      '--a\r\nContent-Disposition: form-data; name="go"\r\n\r\nne',
    ],
    ['with nothing in it', 'multipart/form-data; boundary=a', '--a'],
    ['with a part without a name', 'multipart/form-data; boundary=a', '--a\r\nX: y\r\n\r\nx\r\n--a--\r\n'],
  ])('parts %s', async (_, type, body) => {
    const browser = await started('parts@example.test');
    const page = await browser.postRaw(`${base()}/more`, body, type);
    expect([page.status, page.text.includes('Go back and send it again')]).toEqual([400, true]);
  });
});

it('a page of the version that still asked for a file is taken', async () => {
  const browser = await started('between@example.test');
  const page = await browser.get(`${base()}/more`);
  await revise((form) => withoutQuestion(withoutQuestion(form, 'resume'), 'letter'));
  await browser.upload(page, { anything_else: 'Typed in parts', go: 'next' }, { resume: pdf() });
  expect((await draftOf('between@example.test')).answers).toEqual({ anything_else: 'Typed in parts' });
});
