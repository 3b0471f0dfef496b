import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { withPage } from '@/domain/helping';
import { may } from '@/domain/permissions';
import { drawnSection, pick, takesFiles, type Section } from '@/domain/questions';
import { Refusal } from '@/domain/refusal';
import { refusalOf } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { html, notFound, readForm, seeOther, type PostedForm } from '@/ui/http';
import { brokenRules, keptBack } from '../../drafts/queries';
import { download } from '../../files/schema';
import { problemsOf, typedAnswers } from '../../schema';
import { takeHelpFiles } from '../files/handlers';
import { findHelpedFile } from '../files/queries';
import { findEnteredForm, findHelped, helpedSections, type Helped } from '../queries';
import { changeAnswersFor, sendFor } from './commands';
import { HelpCheckPage } from './components/static/help-check-page';
import { HelpPage } from './components/static/help-page';
import { pageReasonSchema, sendForSchema } from './schema';

export type Helper = { user: UserActor; cycle: GuardedCycle; now: Date };
type PageAddress = { id: string; section: string };

/** What staff may fill in; null where they may not, as for what does not exist. */
async function findHelpedFor({ user, cycle, now }: Helper, id: string): Promise<Helped | null> {
  const helped = await findHelped(cycle.id, id);
  if (!helped?.mayRead || helped.state === 'withdrawn' || helped.email === user.email) return null;
  const subject = { programId: cycle.programId, personId: helped.personId };
  return may(user, 'application.help', subject, now) ? helped : null;
}

/** The page; without its files where no form is kept that they could be a part of. */
function pageOf(helped: Helped, key: string): Section | null {
  const found = helpedSections(helped).find((section) => section.key === key);
  if (!found) return null;
  const drawn = drawnSection(found, helped.answers);
  return helped.draftId ? drawn : { ...drawn, questions: drawn.questions.filter(({ type }) => type !== 'file') };
}

export async function showHelpPage(helper: Helper, { id, section: key }: PageAddress): Promise<Response> {
  const helped = await findHelpedFor(helper, id);
  const section = helped && pageOf(helped, key);
  if (!helped || !section) return notFound();
  const answers = pick(helped.answers, section.questions);
  return html(
    <HelpPage cycle={helper.cycle} helped={helped} section={section} answers={answers} drawnWith={answers} />,
  );
}

/** A file of the form, for staff who may read it. */
export async function sendHelpedFile(helper: Helper, { id, file }: { id: string; file: string }): Promise<Response> {
  const helped = await findHelpedFor(helper, id);
  const found = helped && (await findHelpedFile(helped, file));
  return found ? download(found) : notFound();
}

/** What is wrong with a page; the rules of taking part are asked of a form that is not sent yet. */
async function problemsWith(
  helper: Helper,
  helped: Helped,
  section: Section,
  answers: ReturnType<typeof typedAnswers>,
) {
  const own = problemsOf(section, withPage(helped.answers, section, answers));
  const form = helped.state === 'draft' ? await findEnteredForm(helper.cycle.code, helped, helper.now) : null;
  return form ? { ...(await brokenRules(form, section, answers)), ...own } : own;
}

export async function takeHelpPage(request: Request, helper: Helper, address: PageAddress): Promise<Response> {
  const { cycle, user, now } = helper;
  const helped = await findHelpedFor(helper, address.id);
  const section = helped && pageOf(helped, address.section);
  if (!helped || !section) return notFound();
  const posted = await readForm(request, takesFiles(section));
  const files = await takeHelpFiles(helper, helped, { section, posted });
  const answers = { ...typedAnswers(section.questions, posted), ...files.answers };
  const isSent = helped.state !== 'draft';
  const asked = pageReasonSchema(isSent).safeParse(posted.text('staff_reason') || (isSent ? undefined : ''));
  const broken = { ...(await problemsWith(helper, helped, section, answers)), ...files.problems };
  const valid = Object.keys(broken).length === 0;
  const reason = asked.success ? {} : { staff_reason: asked.error.issues[0]?.message ?? '' };
  const page = { cycle, helped, section, answers, reason: posted.text('staff_reason') };
  const drawnWith = pick(helped.answers, section.questions);
  // A form that is not sent yet keeps half a page too.
  if (!asked.success || (!valid && isSent))
    return html(<HelpPage {...page} drawnWith={drawnWith} problems={{ ...broken, ...reason }} />, 422);
  const change = { helped, section, answers, valid, mark: posted.text('mark'), reason: asked.data };
  const result = await changeAnswersFor(user, change, now).catch(refusalOf);
  if (result instanceof Refusal)
    return html(<HelpPage {...page} drawnWith={drawnWith} problems={{ staff_reason: result.message }} />, 409);
  if (result === 'conflict') return html(<HelpPage {...page} drawnWith={drawnWith} other={drawnWith} />, 409);
  if (!valid) {
    const fresh = await findHelpedFor(helper, address.id);
    const kept = pick(fresh?.answers ?? {}, section.questions);
    return html(<HelpPage {...page} drawnWith={kept} problems={broken} />, 422);
  }
  return seeOther(onwardFrom(helper, helped, section.key));
}

/** Through a form page by page; from what was sent, back to the application. */
function onwardFrom({ cycle }: Helper, helped: Helped, key: string): string {
  if (helped.state !== 'draft') return paths.helped(cycle.code, helped.id, '?done=changed');
  const sections = helpedSections(helped);
  const next = sections[sections.findIndex((section) => section.key === key) + 1];
  return next ? paths.helpedSection(cycle.code, helped.id, next.key) : paths.helpedCheck(cycle.code, helped.id);
}

async function findSending(helper: Helper, id: string) {
  const helped = await findHelpedFor(helper, id);
  const form = helped?.state === 'draft' ? await findEnteredForm(helper.cycle.code, helped, helper.now) : null;
  return helped && form ? { helped, form } : null;
}

export async function showHelpCheck(helper: Helper, id: string): Promise<Response> {
  const found = await findSending(helper, id);
  return found
    ? html(<HelpCheckPage cycle={helper.cycle} {...found} missing={await keptBack(found.form)} />)
    : notFound();
}

const NOT_SENT: Record<string, string> = {
  stale: 'The form was changed meanwhile, perhaps by the applicant. Read it over once more.',
  closed: 'Applications have closed. Give this person more time first, under “Who can take part”.',
  not_open: 'Applications are not open yet.',
};

const inputIn = (posted: PostedForm) =>
  sendForSchema.safeParse({
    submission_key: posted.text('submission_key'),
    revision: posted.text('revision'),
    attest: posted.text('attest'),
  });

export async function takeHelpCheck(request: Request, helper: Helper, id: string): Promise<Response> {
  const posted = await readForm(request);
  const found = await findSending(helper, id);
  if (!found) return seeOther(paths.helped(helper.cycle.code, id));
  const page = { cycle: helper.cycle, ...found, missing: await keptBack(found.form) };
  const input = inputIn(posted);
  if (!input.success) {
    const problems = Object.fromEntries(input.error.issues.map(({ path, message }) => [String(path[0]), message]));
    return html(<HelpCheckPage {...page} problems={problems} />, 422);
  }
  try {
    const result = await sendFor(helper.user, found, input.data, helper.now);
    const notSent = NOT_SENT[result];
    return notSent
      ? html(<HelpCheckPage {...page} problems={{ attest: notSent }} />, 409)
      : seeOther(paths.helped(helper.cycle.code, id, '?done=sent'));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'application.incomplete')
      return html(<HelpCheckPage {...page} />, 422);
    throw error;
  }
}
