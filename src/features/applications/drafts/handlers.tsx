import { randomUUID } from 'node:crypto';
import { postWait } from '@/auth/post-limit';
import { overLimit } from '@/db/limits';
import type { Answers } from '@/domain/answers';
import { closingFor } from '@/domain/cycle';
import { drawnSection, pick, type Section } from '@/domain/questions';
import { webEnv } from '@/lib/env';
import { paths } from '@/lib/paths';
import { html, notFound, readForm, seeOther, type PostedForm } from '@/ui/http';
import { waitText } from '@/ui/wait';
import { findForm, isStarted, type Form, type FormAddress, type OpenForm } from '../queries';
import { problemsOf, typedAnswers } from '../schema';
import { keptFiles, ownKeeper, takeFiles } from '../files/handlers';
import { saveSection } from './commands';
import { takeGonePage } from './gone/handlers';
import { AwayPage } from './components/static/away-page';
import { HubPage } from './components/static/hub-page';
import { SectionPage, type SectionPageProps } from './components/static/section-page';
import { brokenRules, sectionStates, withFunding } from './queries';
import { markOf, openedAtOf, openedMark } from './schema';

export type SectionAddress = FormAddress & { section: string };

export function showHub(request: Request, form: OpenForm): Promise<Response> {
  const search = new URL(request.url).searchParams;
  const said = search.has('saved') ? 'saved' : search.has('started') ? 'started' : null;
  return html(<HubPage form={form} states={sectionStates(form)} said={said} />);
}

/** When the form at hand was opened: as its signed mark says, else now. */
export const openingOf = (form: OpenForm, mark: string): Date =>
  openedAtOf(mark, form.draft.id, webEnv().AUTH_SECRET) ?? form.now;

export const markFor = (form: OpenForm, openedAt: Date): string =>
  openedMark(form.draft.id, openedAt, webEnv().AUTH_SECRET);

/** The address of the next page; after the deadline it carries the opening time on, which decides the grace. */
export function onward(form: OpenForm, path: string, openedAt: Date): string {
  if (form.now < closingFor(form.cycle, form.role)) return path;
  return `${path}${path.includes('?') ? '&' : '?'}opened=${encodeURIComponent(markFor(form, openedAt))}`;
}

const drawnWith = (form: OpenForm, section: Section, openedAt: Date): SectionPageProps['drawn'] => ({
  revision: form.draft.revision,
  mark: markOf(pick(form.draft.answers, section.questions)),
  opened: markFor(form, openedAt),
  tab: randomUUID(),
});

/** One page as this person is asked it: without the questions that answers on other pages rule out. */
function sectionOf(form: Form, key: string): Section | undefined {
  const section = form.sections.find((one) => one.key === key && !one.identity);
  return section && drawnSection(section, form.draft?.answers ?? {});
}

export async function showSection(request: Request, address: SectionAddress): Promise<Response> {
  const form = await findForm(request, address);
  const section = form && sectionOf(form, address.section);
  if (!form || !section) return notFound();
  if (!isStarted(form)) return seeOther(paths.apply(form.cycle.code, form.role));
  const search = new URL(request.url).searchParams;
  const drawn = drawnWith(form, section, openingOf(form, search.get('opened') ?? ''));
  const back = search.get('return') === 'check' ? 'check' : '';
  const answers = pick(form.draft.answers, section.questions);
  return html(
    <SectionPage
      form={form}
      section={await withFunding(form, section, answers)}
      answers={answers}
      drawn={drawn}
      back={back}
    />,
  );
}

/** What was saved on the other pages: a condition may look there. */
const elsewhere = ({ draft }: Form, { questions }: Section): Answers =>
  Object.fromEntries(
    Object.entries(draft?.answers ?? {}).filter(([name]) => questions.every((question) => question.name !== name)),
  );

/** What is wrong with a page, including the rules that stop somebody before the long form. */
const problemsWith = async (form: OpenForm, section: Section, answers: Answers): Promise<Record<string, string>> => ({
  ...(await brokenRules(form, section, answers)),
  ...problemsOf(section, { ...elsewhere(form, section), ...answers }),
});

const json = (body: Record<string, unknown>, status: number) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'private, no-store' },
  });

type Taken = { section: Section; posted: PostedForm; answers: Answers };
const numberOf = (typed: string): number => (/^\d{1,9}$/.test(typed) ? Number(typed) : 0);

const save = (form: OpenForm, { section, posted, answers }: Taken, valid: boolean) =>
  saveSection(
    form.session,
    {
      draftId: form.draft.id,
      section,
      answers,
      valid,
      revision: numberOf(posted.text('revision')),
      mark: posted.text('mark'),
      tab: posted.text('tab').slice(0, 36),
    },
    form.now,
  );

/** Autosave: keeps the page as typed and answers in JSON what the next save must carry. */
async function autosave(form: OpenForm, taken: Taken): Promise<Response> {
  const wait = await overLimit('autosave', form.draft.id);
  if (wait > 0) return json({ result: 'wait', seconds: wait }, 429);
  const { result, draft } = await save(form, taken, false);
  if (result === 'conflict') return json({ result }, 409);
  return json({ result, revision: draft.revision, mark: markOf(pick(draft.answers, taken.section.questions)) }, 200);
}

/** Takes one page of the form: redirects onward, or gives the page back with what was typed and what is wrong. */
async function takePage(form: OpenForm, typed: Taken): Promise<Response> {
  const { section, posted } = typed;
  const files = await takeFiles(ownKeeper(form), typed);
  const answers = { ...typed.answers, ...files.answers };
  const taken = { ...typed, answers };
  const openedAt = openingOf(form, posted.text('opened'));
  const problems = { ...(await problemsWith(form, section, answers)), ...files.problems };
  const valid = Object.keys(problems).length === 0;
  const { result, draft } = await save(form, taken, valid);
  const drawn = drawnWith({ ...form, draft }, section, openedAt);
  const back = posted.text('return') === 'check' ? 'check' : '';
  const page = { form, section: await withFunding(form, section, answers), drawn, back } as const;
  if (result === 'conflict') {
    const other = pick(draft.answers, section.questions);
    // A file cannot be chosen again by us: the one that stands is shown, since it is the one that would be kept.
    const shown = { ...typed.answers, ...keptFiles({ ...form, draft }, section.questions) };
    return html(<SectionPage {...page} answers={shown} other={other} />, 409);
  }
  const { code } = form.cycle;
  if (posted.text('go') === 'later') return seeOther(`${paths.apply(code, form.role)}?saved=1`);
  if (!valid) return html(<SectionPage {...page} answers={answers} problems={problems} />, 422);
  const next = back || form.sections[form.sections.findIndex(({ key }) => key === section.key) + 1]?.key || 'check';
  return seeOther(onward(form, paths.applySection(code, form.role, next), openedAt));
}

/** Every field as it came, for a page that hands it on. */
const hiddenFields = (posted: PostedForm) =>
  posted.names.flatMap((name) => posted.all(name).map((value) => [name, value] as const));

export async function takeSection(request: Request, address: SectionAddress): Promise<Response> {
  const form = await findForm(request, address);
  const section = form && sectionOf(form, address.section);
  if (!form) return notFound();
  if (!section) return isStarted(form) ? takeGonePage(request, form) : notFound();
  // In parts also where no file is asked for: the page may be of a version that did.
  const posted = await readForm(request, true);
  const answers = typedAnswers(section.questions, posted);
  const automatic = posted.text('autosave') === '1';
  if (!isStarted(form)) {
    return automatic
      ? json({ result: 'away' }, 401)
      : html(<AwayPage form={form} section={section} answers={answers} hidden={hiddenFields(posted)} />, 401);
  }
  if (automatic)
    return autosave(form, { section, posted, answers: { ...answers, ...keptFiles(form, section.questions) } });
  const wait = await postWait(request);
  if (wait === 0) return takePage(form, { section, posted, answers });
  const drawn = {
    revision: numberOf(posted.text('revision')),
    mark: posted.text('mark'),
    opened: posted.text('opened'),
    tab: posted.text('tab'),
  };
  return html(
    <SectionPage
      form={form}
      section={await withFunding(form, section, answers)}
      answers={answers}
      drawn={drawn}
      back={posted.text('return') === 'check' ? 'check' : ''}
      notice={waitText(wait)}
    />,
    429,
    { headers: { 'Retry-After': String(wait) } },
  );
}
