import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { answerInWords, questionsOf } from '@/domain/questions';
import { answersSchema } from '@/features/applications/schema';
import { getForm } from '@/features/forms/queries';
import { addressIn, inLanguage, readAddress, spoken } from '@/lib/language';
import { paths } from '@/lib/paths';
import { site } from './site';
import { applied, EMAIL, newWorld, visitor, type World } from './world';

vi.setConfig({ testTimeout: 60_000 });
let world: World;

beforeEach(async () => {
  world = await newWorld('es');
});

const get = (path: string) => site(new Request(`http://localhost:3000${path}`));
const onlyEnglish = () => db.program.update({ where: { id: world.programId }, data: { languages: ['en'] } });

describe('an address', () => {
  it.each([
    ['/es', 'es', '/'],
    ['/es/', 'es', '/'],
    ['/fr?a=1', 'fr', '/?a=1'],
    ['/fr/resume?sent=1', 'fr', '/resume?sent=1'],
    ['/essays', 'en', '/essays'],
    ['/en/resume', 'en', '/en/resume'],
    ['/qps/resume', 'en', '/qps/resume'],
    // A link that began with two slashes would lead to another site.
    ['/es//evil.example', 'es', '/evil.example'],
    ['//evil.example', 'en', '/evil.example'],
  ] as const)('%s is read in %s as %s', (address, language, path) => {
    expect(readAddress(address)).toEqual({ language, path });
  });

  it.each([
    ['es', '/', '/es'],
    ['fr', '/?a=1', '/fr?a=1'],
    ['es', '/resume', '/es/resume'],
    ['en', '/resume', '/resume'],
  ] as const)('in %s of %s is %s', (language, path, address) => {
    expect(addressIn(language, path)).toBe(address);
  });

  it('of committee and staff has no language', () => {
    expect(inLanguage('es', () => [paths.committee(), paths.form('T1'), paths.devMail(), paths.status()])).toEqual([
      '/committee',
      '/staff/t1/form',
      '/dev/mail',
      '/es/status',
    ]);
    expect(spoken()).toBe('en');
  });
});

describe('a page', () => {
  it('says its language, where it is in others, and links to them', async () => {
    const text = await (await get(`/es/${world.slug}`)).text();
    expect(text).toContain('<html lang="es">');
    const other = (language: string, path: string) =>
      `<link rel="alternate" hrefLang="${language}" href="http://localhost:3000${path}/${world.slug}"/>`;
    for (const link of [other('en', ''), other('es', '/es'), other('fr', '/fr')]) expect(text).toContain(link);
    expect(text).toContain(`<a href="/${world.slug}" lang="en" hrefLang="en">English</a>`);
    expect(text).toContain('<span lang="es" aria-current="true">Español</span>');
    expect(text).toContain(`<a href="/fr/${world.slug}" lang="fr" hrefLang="fr">Français</a>`);
  });

  it('keeps the question of its address when another language is chosen', async () => {
    expect(await (await get('/fr/resume?sent=1')).text()).toContain('href="/es/resume?sent=1"');
  });

  it('of a program that does not offer the language answers in English, whatever is asked of it', async () => {
    await onlyEnglish();
    for (const path of [
      `/${world.slug}`,
      `/${world.slug}/questions/both`,
      `/${world.slug}/interest`,
      `/${world.slug}/dates.ics`,
    ]) {
      const answer = await get(`/es${path}`);
      expect([answer.status, answer.headers.get('location')]).toEqual([307, path]);
    }
    const page = await visitor().post(world.base, { email: EMAIL });
    expect(page.path).toBe(`${world.base.replace('/es', '')}?started=1`);
    expect(await db.draft.findFirst({ select: { email: true, language: true } })).toEqual({
      email: EMAIL,
      language: 'en',
    });
  });

  it('of a program in English alone offers no other', async () => {
    await onlyEnglish();
    const text = await (await get(`/${world.slug}`)).text();
    expect([text.includes('hrefLang'), text.includes('Español')]).toEqual([false, false]);
    expect(await (await get('/')).text()).toContain('Español');
  });

  it('shows what the program says of itself as it was translated, else as it was written', async () => {
    const es = { promise: 'Una promesa.', summary: 'Un resumen.', commitments: ['Un compromiso.'] };
    await db.program.update({ where: { id: world.programId }, data: { translations: { es } } });
    const [spanish, french] = await Promise.all(
      ['es', 'fr'].map(async (one) => (await get(`/${one}/${world.slug}`)).text()),
    );
    expect(spanish).toContain('<h1 class="display">Una promesa.</h1>');
    expect(french).toContain('<h1 class="display" lang="en">');
  });
});

it('the committee reads a Spanish application in the English words of its form', async () => {
  await applied(world);
  const { answers, formVersion } = await db.application.findFirstOrThrow({ where: { email: EMAIL } });
  const read = Object.fromEntries(
    questionsOf(await getForm(formVersion), 'mentee').map((question) => [
      question.name,
      answerInWords(question, answersSchema.parse(answers)),
    ]),
  );
  expect(read).toMatchObject({
    member: 'Yes',
    hours: 'Weekends',
    want_topics: 'Storytime and early literacy\nOutreach and partnerships',
  });
});
