import '../../support/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { inLanguage } from '@/lib/language';
import { findProgram } from '@/features/programs/queries';
import { saveProgram } from '@/features/programs/settings/commands';
import { getProgramSettings } from '@/features/programs/settings/queries';
import { programSchema } from '@/features/programs/settings/schema';
import { createActor, createProgram, NOW, type TestProgram } from '../../support/factories';

const typed = {
  promise: 'A year with somebody who has been there',
  summary: 'Ten months, two talks a month.',
  objectives: 'Grow\nStay',
  commitments: 'Two talks a month\n\n  One goal  \n',
  pause: 'Back in 2031.',
  contactName: 'Oda Fenwick',
  contactEmail: 'Mentoring@Example.org ',
  contactPhone: '+1 555 0100',
};
const SPANISH = {
  promise: 'Un año',
  summary: 'Diez meses.',
  objectives: 'Crecer\nQuedarse',
  commitments: 'Dos charlas al mes\nUna meta',
  pause: 'De vuelta en 2031.',
};

let world: TestProgram;
beforeEach(async () => {
  world = await createProgram();
});
const staff = () => createActor(world, 'staff');
const read = (over: object = {}) => programSchema.parse({ programId: world.programId, version: 1, ...typed, ...over });
const problem = (over: object) =>
  programSchema.safeParse({ programId: world.programId, version: 1, ...typed, ...over }).error?.issues[0]?.message;
const slugOf = async () =>
  (await db.program.findUniqueOrThrow({ where: { id: world.programId }, select: { slug: true } })).slug;

describe('what a program says of itself', () => {
  it('is on its public page from then on, with who did it in the history', async () => {
    const roster = [
      { name: 'Ines Marlow', role: 'Chair', affiliation: 'Harbor Library', term: '2029–2031', consent: 'yes' },
      { name: '', role: 'left out', affiliation: '' },
      { name: 'Quill Adebayo' },
    ];
    const actor = await staff();
    await saveProgram(actor, read({ roster, showCounts: 'yes' }), NOW);
    expect(await findProgram(await slugOf(), NOW)).toMatchObject({
      promise: 'A year with somebody who has been there',
      summary: 'Ten months, two talks a month.',
      objectives: ['Grow', 'Stay'],
      commitments: ['Two talks a month', 'One goal'],
      pause: 'Back in 2031.',
      contactName: 'Oda Fenwick',
      contactEmail: 'mentoring@example.org',
      contactPhone: '+1 555 0100',
      showCounts: true,
      languages: ['en'],
      roster: [{ name: 'Ines Marlow', role: 'Chair', affiliation: 'Harbor Library', term: '2029–2031', consent: true }],
    });
    expect(await db.event.findMany({ select: { action: true, actor: true, subjectId: true } })).toEqual([
      { action: 'program.saved', actor: `user:${actor.userId}`, subjectId: world.programId },
    ]);
  });

  it('comes back into the page of staff as it was typed', async () => {
    await saveProgram(await staff(), read({ languages: ['es'], translations: { es: SPANISH } }), NOW);
    const settings = await getProgramSettings(world.programId);
    expect(settings).toMatchObject({ version: 2, roster: [] });
    expect(settings.fields).toMatchObject({
      commitments: 'Two talks a month\nOne goal',
      'promise.es': 'Un año',
      'objectives.es': 'Crecer\nQuedarse',
      'pause.es': 'De vuelta en 2031.',
      'commitments.es': 'Dos charlas al mes\nUna meta',
      'promise.fr': '',
      'offers.es': 'yes',
      'offers.fr': '',
      showCounts: '',
    });
  });

  it('is said in another language where it is offered and translated', async () => {
    await saveProgram(await staff(), read({ languages: ['es', 'fr'], translations: { es: SPANISH } }), NOW);
    const slug = await slugOf();
    const said = (language: 'es' | 'fr') => inLanguage(language, () => findProgram(slug, NOW));
    expect(await said('es')).toMatchObject({ promise: 'Un año', lang: 'es', languages: ['en', 'es', 'fr'] });
    expect(await said('fr')).toMatchObject({ promise: typed.promise, lang: 'en' });
  });

  it('is translated whole or not at all', async () => {
    const save = async (es: object, over = {}) =>
      saveProgram(await staff(), read({ translations: { es }, ...over }), NOW);
    const half = { code: 'program.half_translated' };
    await expect(save({ ...SPANISH, promise: '' })).rejects.toMatchObject(half);
    await expect(save({ ...SPANISH, summary: '' })).rejects.toMatchObject(half);
    await expect(save({ ...SPANISH, commitments: 'Una meta' })).rejects.toMatchObject(half);
    await expect(save({ ...SPANISH, objectives: 'Crecer' })).rejects.toMatchObject(half);
    await expect(save({ ...SPANISH, pause: '' })).rejects.toMatchObject(half);
    await expect(save(SPANISH, { summary: '' })).rejects.toMatchObject(half);
    await save({ promise: '', summary: '', objectives: '', commitments: '', pause: '' });
    expect(await db.program.findUniqueOrThrow({ where: { id: world.programId } })).toMatchObject({ translations: {} });
  });

  it('tells the later of two who save at once, and keeps the first', async () => {
    await saveProgram(await staff(), read(), NOW);
    await expect(saveProgram(await staff(), read({ promise: 'Another' }), NOW)).rejects.toMatchObject({
      code: 'program.changed',
    });
    expect(await findProgram(await slugOf(), NOW)).toMatchObject({ promise: typed.promise });
  });

  it('is changed by staff of the program only', async () => {
    const forbidden = { code: 'actor.forbidden' };
    const other = await createProgram();
    for (const actor of [
      await createActor(world, 'chair'),
      await createActor(world, 'reviewer'),
      await createActor(other, 'staff'),
    ])
      await expect(saveProgram(actor, read(), NOW)).rejects.toMatchObject(forbidden);
    expect(await db.event.count()).toBe(0);
  });

  it.each([
    [{ promise: undefined }, 'Write one sentence that says what the program promises.'],
    [{ promise: 'x'.repeat(201) }, 'Keep the promise under 200 characters.'],
    [{ summary: 'x'.repeat(1001) }, 'Keep the summary under 1,000 characters.'],
    [{ commitments: 'abcdefghijklm'.split('').join('\n') }, 'Name at most twelve commitments.'],
    [{ commitments: 'x'.repeat(301) }, 'Keep each commitment under 300 characters.'],
    [{ objectives: 'abcdefghijklm'.split('').join('\n') }, 'Name at most twelve aims.'],
    [{ objectives: 'x'.repeat(301) }, 'Keep each aim under 300 characters.'],
    [{ pause: 'x'.repeat(601) }, 'Keep what the paused page says under 600 characters.'],
    [{ contactName: undefined }, 'Name the person whom people may write to.'],
    [{ contactEmail: 'a@example.org, b@example.org' }, 'Enter one address, such as name@example.org.'],
    [{ contactEmail: undefined }, 'Enter one address, such as name@example.org.'],
    [{ contactPhone: '1'.repeat(41) }, 'Keep the number under 40 characters.'],
    [{ roster: Array.from({ length: 61 }, () => ({ name: 'Ines' })) }, 'Name at most sixty people.'],
    [{ roster: [{ name: 'x'.repeat(121) }] }, 'Keep this under 120 characters.'],
  ])('%j: %s', (over, words) => {
    expect(problem(over)).toBe(words);
  });
});
