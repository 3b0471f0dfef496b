import { ASKED } from './tour-asked';
import { CARRIED } from './tour-carried';
import { handled } from '@/ui/http';
import { db } from '@/db/client';
import { NOW } from '../../support/factories';
import { newBrowser, type Page } from '../applications/browser';
import { createLinkedMatch } from '../pairs/linked-match';
import { mailTo } from '../applications/sealed-cycle';
import { EMAIL, inDays, linkIn, setMoment, visitor, type World } from './world';

export type Stop = readonly [name: string, pages: (world: World) => Promise<Page[]>];

const gets = (paths: (world: World) => readonly string[]) => async (world: World) => {
  const browser = visitor();
  const pages: Page[] = [];
  for (const path of paths(world)) pages.push(await browser.get(`${world.prefix}${path}`));
  return pages;
};

/** A page that breaks, a form from elsewhere, and one form too many. */
const FAULTS: readonly Stop[] = [
  [
    'something went wrong',
    async ({ prefix }) => {
      const broken = handled<null>(() => Promise.reject(new Error('planted')));
      return [await newBrowser((request) => Promise.resolve(broken(request, null))).get(`${prefix}/resume`)];
    },
  ],
  [
    'a form that is no form, from elsewhere, or too large',
    async ({ prefix }) => {
      const browser = visitor();
      return [
        await browser.postRaw(`${prefix}/resume`, '{}', 'application/json'),
        await browser.post(`${prefix}/resume`, {}, { origin: 'https://elsewhere.example.org' }),
        await browser.post(`${prefix}/resume`, { email: 'x'.repeat(300_000) }),
      ];
    },
  ],
  [
    'one form too many',
    async ({ prefix, slug, base }) => {
      const browser = visitor();
      for (let n = 0; n < 60; n += 1) await browser.post(`${prefix}/resume`, { email: 'typed@wrong' });
      return [
        await browser.post(`${prefix}/resume`, { email: 'typed@wrong' }),
        await browser.post(`${prefix}/resume/${'x'.repeat(43)}`, {}),
        await browser.post(`${prefix}/${slug}/interest`, { email: 'typed@wrong' }),
        await browser.post(base, { email: 'typed@wrong' }),
      ];
    },
  ],
];

/** Pages that belong to no form. */
export const ENTRY: readonly Stop[] = [
  ['first pages', gets(() => ['/', '/accessibility', '/apply/forget', '/nothing/is/here', '/status', '/status/copy'])],
  ['links that have ended', gets(() => ['interest', 'confirm', 'resume'].map((what) => `/${what}/${'x'.repeat(43)}`))],
  [
    'returning by link or code',
    async ({ prefix }) => {
      const browser = visitor();
      return [
        await browser.get(`${prefix}/resume`),
        await browser.get(`${prefix}/resume?sent=1`),
        await browser.post(`${prefix}/resume`, { email: 'typed@wrong' }),
        await browser.post(`${prefix}/resume`, { code: '1', code_email: '' }),
        await browser.post(`${prefix}/resume`, { email: EMAIL }),
        await browser.post(`${prefix}/resume`, { code: '1' }),
        await browser.post(`${prefix}/resume`, { code: 'ABCD2345' }),
      ];
    },
  ],
  [
    'signing in',
    async ({ prefix }) => {
      const browser = visitor();
      return [
        await browser.get(`${prefix}/sign-in`),
        await browser.get(`${prefix}/sign-in?signed-out=1`),
        await browser.get(`${prefix}/sign-in/code`),
        await browser.get(`${prefix}/sign-in/${'x'.repeat(43)}`),
        await browser.post(`${prefix}/sign-in`, { email: 'typed@wrong' }),
        await browser.post(`${prefix}/sign-in/code`, { code: '1' }),
        await browser.post(`${prefix}/sign-in`, { email: EMAIL }),
        await browser.post(`${prefix}/sign-in/code`, { code: 'ABCD2345' }),
        await browser.post(`${prefix}/sign-out`, {}),
      ];
    },
  ],
  [
    'a program in every phase',
    async (world) => {
      const pages: Page[] = [];
      for (const days of [-60, 0, 30, 50, 100, 400, 2000]) {
        await setMoment(inDays(days));
        pages.push(...(await gets(({ slug }) => ['/', `/${slug}`])(world)));
      }
      await setMoment(NOW);
      return pages;
    },
  ],
  ['all questions', gets(({ slug }) => ['mentor', 'mentee', 'both'].map((role) => `/${slug}/questions/${role}`))],
  [
    'can I take part',
    async ({ prefix, slug }) => {
      const [browser, mentor] = [visitor(), `${prefix}/${slug}/eligible/mentor`];
      return [
        await browser.get(mentor),
        await browser.get(`${prefix}/${slug}/eligible/mentee`),
        await browser.post(mentor, {}),
        await browser.post(mentor, { member: 'no' }),
        await browser.post(mentor, { member: 'yes', adult: 'yes' }),
      ];
    },
  ],
  [
    'tell me when it opens',
    async ({ prefix, slug }) => {
      const [browser, path] = [visitor(), `${prefix}/${slug}/interest`];
      const pages = [
        await browser.get(path),
        await browser.post(path, { email: 'typed@wrong' }),
        await browser.post(path, { email: EMAIL }),
      ];
      const link = `${prefix}${linkIn((await mailTo(EMAIL, '/interest/')).text, 'interest')}`;
      return [
        ...pages,
        await browser.get(link),
        await browser.post(link, { go: 'confirm' }),
        await browser.post(link, { go: 'leave' }),
      ];
    },
  ],
  [
    'answering a match',
    async (world) => {
      const { organizationId } = await db.program.findUniqueOrThrow({ where: { id: world.programId } });
      const { tokens } = await createLinkedMatch({ organizationId, programId: world.programId });
      const [browser, mentor, mentee] = [
        visitor(),
        `${world.prefix}/confirm/${tokens.mentor}`,
        `${world.prefix}/confirm/${tokens.mentee}`,
      ];
      await db.cycle.updateMany({ data: { releasedAt: NOW } });
      const pages = [
        await browser.get(mentor),
        await browser.post(mentor, { answer: 'yes' }),
        await browser.get(mentee),
      ];
      return [
        ...pages,
        await browser.post(mentee, { answer: 'yes' }),
        await browser.post(mentor, { answer: 'no' }),
        await browser.get(mentee),
      ];
    },
  ],
  ...ASKED,
  ...CARRIED,
  ...FAULTS,
];

/** A few lines of the calendar file, as text of a page. */
export async function calendarOf({ prefix, slug }: World): Promise<string[]> {
  const { text } = await visitor().get(`${prefix}/${slug}/dates.ics`);
  return text
    .replace(/\r\n /g, '')
    .split('\r\n')
    .filter((line) => line.startsWith('SUMMARY:'));
}
