import { db } from '@/db/client';
import { storedAnswers } from '@/domain/answers';
import { COUNTRIES } from '@/domain/forms/places';
import { LANGUAGE_NAMES } from '@/domain/language';
import { feedToken } from '@/features/events/feed/schema';
import { webEnv } from '@/lib/env';
import { freezeClock } from '../../support/database';
import { NOW } from '../../support/factories';
import { ANSWERS, newBrowser, setClock, type Browser, type Fields, type Page } from '../applications/browser';
import { createSealedCycle, GIVEN, mailTo } from '../applications/sealed-cycle';
import { site } from './site';

export const EMAIL = 'tourist@example.test';
/** What the tour types into forms beside the usual answers. */
const TYPED = [
  'typed@wrong',
  'Two.',
  'own words',
  'https://own.example.org/words',
  'Three goals.',
  ...Object.values(ANSWERS).flatMap((page) => Object.values(page).flat().filter(isSentence)),
];

function isSentence(answer: string): boolean {
  return /^[A-Z].{3}|\//.test(answer);
}

/** A program with one open cycle, and a browser that reads it in `language`. */
export async function newWorld(language: string) {
  const sealed = await createSealedCycle();
  const { program, code } = await db.cycle.findUniqueOrThrow({
    where: { id: sealed.cycleId },
    select: { code: true, program: { select: { id: true, slug: true } } },
  });
  await db.program.update({ where: { id: program.id }, data: { languages: ['en', 'es', 'fr'] } });
  const prefix = language === 'en' ? '' : `/${language}`;
  return {
    ...sealed,
    language,
    prefix,
    programId: program.id,
    slug: program.slug,
    code,
    base: `${prefix}${sealed.base}`,
  };
}
export type World = Awaited<ReturnType<typeof newWorld>>;

export const visitor = (): Browser => newBrowser(site);

/** Both clocks: the web process's and the database's. */
export async function setMoment(now: Date): Promise<void> {
  setClock(now);
  await freezeClock(now);
}
export const inDays = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);

export const linkIn = (text: string, what: string): string => new RegExp(`/${what}/[\\w-]{40,}`).exec(text)?.[0] ?? '';
export const codeIn = (text: string): string => /\b[0-9A-Z]{4} [0-9A-Z]{4}\b/.exec(text)?.[0] ?? '';

/** Fills in every page; each is kept as it was shown empty, refused without answers, and passed. */
export async function walkForm({ base }: World, browser: Browser): Promise<Page[]> {
  const pages = [await browser.post(base, { email: EMAIL })];
  let page = await browser.get(`${base}/eligibility`);
  for (let step = 0; step < 12 && !page.path.includes('/check'); step += 1) {
    const key = page.path.split('?')[0]?.split('/').at(-1) ?? '';
    pages.push(page);
    if (key === 'identity')
      page = await browser.post(page.path.split('?')[0] ?? '', { ...GIVEN, identity_action: 'replace', step: 'seal' });
    else {
      pages.push(await browser.fill(page, { go: 'next' }));
      page = await browser.fill(page, { ...(ANSWERS[key] satisfies Fields | undefined), go: 'next' });
    }
  }
  return [...pages, page];
}

/** Somebody who sent the whole form and proved the address by the receipt's link. */
export async function applied(world: World): Promise<Browser> {
  const browser = visitor();
  const check = (await walkForm(world, browser)).at(-1);
  if (check) await browser.fill(check, { attest: 'yes' });
  await browser.post(`${world.prefix}${linkIn((await mailTo(EMAIL, '/resume/')).text, 'resume')}`, {});
  return browser;
}

/** Typed words; values of choices are none. */
const typedIn = (answers: unknown): string[] => Object.values(storedAnswers(answers)).flat().filter(isSentence);

/** All that is no sentence of ours: what staff and applicants wrote, and names. The list is short on purpose. */
export async function dataOf({ programId }: World): Promise<string[]> {
  const program = await db.program.findUniqueOrThrow({ where: { id: programId }, include: { cycles: true } });
  const drafts = await db.draft.findMany({ select: { answers: true, applications: { select: { reference: true } } } });
  const people = await db.application.findMany({ select: { name: true, email: true, answers: true } });
  const matches = await db.match.findMany({ select: { reference: true } });
  const feeds = await db.calendarFeed.findMany({ select: { key: true } });
  const offers = await db.fundingOffer.findMany({ select: { name: true, obligations: true } });
  const roster = JSON.stringify(program.roster).match(/"(?:name|affiliation)":"[^"]*"/g) ?? [];
  return [
    'Bookend',
    'JSON',
    ...feeds.map(({ key }) => `http://localhost:3000/qps/events/feed/${feedToken(key, webEnv().AUTH_SECRET)}.ics`),
    EMAIL,
    ...TYPED,
    ...Object.values(LANGUAGE_NAMES),
    ...COUNTRIES.flatMap(({ options }) => options.map(({ label }) => label)),
    program.name,
    program.promise,
    program.summary,
    program.contactName,
    program.contactEmail,
    ...program.objectives,
    ...program.commitments,
    ...offers.flatMap(({ name, obligations }) => [
      name,
      ...(JSON.stringify(obligations).match(/(?<="title":")[^"]*/g) ?? []),
    ]),
    ...roster.map((pair) => pair.split('":"')[1]?.slice(0, -1) ?? ''),
    ...program.cycles.flatMap(({ name, code }) => [name, code]),
    ...matches.map(({ reference }) => reference ?? ''),
    ...people.flatMap(({ name, email, answers }) => [name, email, ...typedIn(answers)]),
    ...drafts.flatMap(({ answers, applications }) => [
      ...typedIn(answers),
      ...applications.map(({ reference }) => reference ?? ''),
    ]),
  ];
}
