import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { DEFAULT_LETTERS, type LetterKind } from '@/domain/letters/defaults';
import { showLetterMail } from '@/features/announcements/reading/handlers';
import { getPreflight } from '@/features/announcements/releases/queries';
import { saveTemplate } from '@/features/announcements/templates/commands';
import { listSavings, wordsOfLetters } from '@/features/announcements/templates/queries';
import { readAsked } from '@/features/announcements/templates/schema';
import type { Language } from '@/domain/language';
import { STANDARD_LETTERS } from '@/lib/words/letters';
import { createActor, NOW } from '../../support/factories';
import { held, readyCycle } from './ready-cycle';

type Ready = Awaited<ReturnType<typeof readyCycle>>;
const BODY = 'You are on our list, and we write again soon. {{contact}}';

async function offering(...languages: Language[]) {
  const ready = await readyCycle();
  await db.program.update({ where: { id: ready.program.programId }, data: { languages } });
  return ready;
}
const saving = ({ cycle }: Ready, over: { language?: Language; version: number; subject?: string; body?: string }) => ({
  cycleId: cycle.id,
  kind: 'waitlisted' as const,
  language: 'en' as const,
  subject: 'You are on our list',
  body: BODY,
  ...over,
});
const textsOf = async ({ cycle, program }: Ready, kind: LetterKind = 'waitlisted') => {
  const { languages } = await db.program.findUniqueOrThrow({ where: { id: program.programId } });
  const { templates, others } = await wordsOfLetters(db, { id: cycle.id, program: { languages } });
  return { en: templates[kind].subject, es: others.es?.texts[kind]?.subject, fr: others.fr?.texts[kind]?.subject };
};

describe('the words of a letter', () => {
  it('are in every language of the program ours, as long as nobody worded the English ones', async () => {
    const ready = await offering('en', 'es');
    expect(await textsOf(ready)).toEqual({
      en: DEFAULT_LETTERS.waitlisted.subject,
      es: STANDARD_LETTERS.es.waitlisted.subject,
      fr: undefined,
    });
  });

  it('changed in English go out in English to everybody, until the other language is saved too', async () => {
    const ready = await offering('en', 'es');
    await saveTemplate(ready.staff, saving(ready, { version: 1 }), NOW);
    expect(await textsOf(ready)).toEqual({ en: 'You are on our list', es: undefined, fr: undefined });
    const spanish = { language: 'es' as const, subject: 'Está en nuestra lista', version: 0 };
    await saveTemplate(ready.staff, saving(ready, spanish), NOW);
    expect(await textsOf(ready)).toMatchObject({ es: 'Está en nuestra lista' });
  });

  it('are kept as they stood before, with who saved them', async () => {
    const ready = await offering('en');
    await saveTemplate(ready.staff, saving(ready, { version: 1 }), NOW);
    await saveTemplate(ready.other, saving(ready, { version: 2, subject: 'Again' }), NOW);
    const letter = { cycleId: ready.cycle.id, kind: 'waitlisted' as const, language: 'en' as const };
    expect((await listSavings(letter)).map(({ version, subject, by }) => [version, subject, by])).toEqual([
      [3, 'Again', ready.other.name],
      [2, 'You are on our list', ready.staff.name],
      [1, DEFAULT_LETTERS.waitlisted.subject, ''],
    ]);
    expect((await textsOf(ready)).en).toBe('Again');
  });

  it('are refused from an older window, from who may not, and with a field that does not exist', async () => {
    const ready = await offering('en');
    await saveTemplate(ready.staff, saving(ready, { version: 1 }), NOW);
    await expect(saveTemplate(ready.other, saving(ready, { version: 1 }), NOW)).rejects.toMatchObject({
      code: 'letter.saved_meanwhile',
    });
    const field = saving(ready, { version: 2, body: 'Hello {{nickname}}, we write again soon.' });
    await expect(saveTemplate(ready.staff, field, NOW)).rejects.toMatchObject({ code: 'release.template_field' });
    const reviewer = await createActor(ready.program, 'reviewer');
    await expect(saveTemplate(reviewer, saving(ready, { version: 2 }), NOW)).rejects.toMatchObject({
      code: 'actor.forbidden',
    });
    expect((await textsOf(ready)).en).toBe('You are on our list');
  });

  it('saved by two at the same moment are one’s, and the other is told', async () => {
    const ready = await offering('en');
    const both = await Promise.allSettled(
      [ready.staff, ready.other].map((who, at) =>
        saveTemplate(who, saving(ready, { version: 1, subject: `By ${at}` }), NOW),
      ),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'letter.saved_meanwhile' },
    });
  });
});

describe('a release', () => {
  it('writes to each in the language they applied in, and the status page knows which', async () => {
    const ready = await offering('en', 'es');
    await db.application.update({ where: { id: ready.ben.applicationId }, data: { language: 'es' } });
    await held(ready);
    const mail = async (name: string) =>
      db.outboxMessage.findFirstOrThrow({ where: { toAddress: `${name}@example.test` } });
    const [toBen, toAda] = [await mail('ben'), await mail('ada')];
    expect([toBen.subject, toAda.subject]).toEqual(['Su mentor/a para Spring 2030', 'Your mentor for Spring 2030']);
    expect(toBen.html).toContain('<html lang="es">');
    expect(toBen.text).not.toContain('It is in English');
    const letters = await db.letter.findMany({ where: { personId: ready.ben.personId }, select: { language: true } });
    expect(letters).toEqual([{ language: 'es' }]);
  });

  it('blocks on a field without a value in the other language too', async () => {
    const ready = await offering('en', 'es');
    await db.application.update({ where: { id: ready.cem.applicationId }, data: { language: 'es' } });
    const spanish = {
      language: 'es' as const,
      subject: 'Hola',
      body: 'Hasta el {{later_by}} le escribimos.',
      version: 0,
    };
    await saveTemplate(ready.staff, saving(ready, spanish), NOW);
    const { points } = await getPreflight(ready.cycle.id, NOW);
    expect(points.find(({ key }) => key === 'templates')?.faults).toEqual([
      'Letter to Cem: {{later_by}} has no value in “Waitlisted”.',
    ]);
  });
});

describe('a letter as a mail', () => {
  const guarded = async ({ cycle }: Ready) =>
    db.cycle.findUniqueOrThrow({
      where: { id: cycle.id },
      include: {
        program: {
          select: {
            name: true,
            slug: true,
            languages: true,
            contactName: true,
            contactEmail: true,
            contactPhone: true,
          },
        },
      },
    });

  it('is shown wide or narrow, light or dark, in a page that can do nothing', async () => {
    const ready = await offering('en');
    const reader = { user: ready.staff, cycle: await guarded(ready), now: NOW };
    const look = { width: 'phone', mode: 'dark' } as const;
    const dark = await showLetterMail(reader, ready.ada.personId, look);
    const html = await dark.text();
    expect(dark.headers.get('content-security-policy')).toContain('sandbox');
    expect([html.includes('max-width:375px'), html.includes('@media all'), html.includes('Dear Ada')]).toEqual([
      true,
      true,
      true,
    ]);
    const light = await (await showLetterMail(reader, ready.ada.personId, { width: 'wide', mode: 'light' })).text();
    expect([light.includes('max-width:375px'), light.includes('@media not all')]).toEqual([false, true]);
  });

  it('is not found when it is to, or names, somebody who is closed to the reader', async () => {
    const ready = await offering('en');
    const look = { width: 'wide', mode: 'light' } as const;
    for (const closed of [ready.ada.personId, ready.mentor.personId]) {
      const reader = { user: { ...ready.staff, closed: [closed] }, cycle: await guarded(ready), now: NOW };
      expect((await showLetterMail(reader, ready.ada.personId, look)).status).toBe(404);
    }
  });
});

it.each([
  [
    { language: 'es', from: '2' },
    { language: 'es', from: 2 },
  ],
  [{ language: 'fr' }, { language: 'en', from: null }],
  [
    { language: 'xx', from: '-1' },
    { language: 'en', from: null },
  ],
  [{ from: '0' }, { language: 'en', from: 0 }],
])('an address with %j asks for %j', (search, asked) => {
  expect(readAsked(search, ['en', 'es'])).toEqual(asked);
});
