import type { Answers } from '@/domain/answers';
import { FUNDING_ADVICE, FUNDING_FIELD, isMembershipPending, unmetRules } from '@/domain/eligibility';
import { rolesOf } from '@/domain/mentoring';
import { pick, type Section } from '@/domain/questions';
import { listWaived } from '@/features/eligibility/queries';
import { isFundingOpen } from '@/features/funding/asking/queries';
import type { DraftView, FilledForm, OpenForm } from '../queries';
import { worded } from '@/lib/words/standard';
import { problemsOf } from '../schema';

export type SectionState = 'done' | 'begun' | 'fresh' | 'optional';

/** How far each page is, from what was saved. The confidential page is only ever "optional" or passed. */
export function sectionStates({
  sections,
  draft,
}: {
  sections: OpenForm['sections'];
  draft: DraftView;
}): Map<string, SectionState> {
  const states = new Map<string, SectionState>();
  for (const section of sections) {
    const saved = draft.savedSections.includes(section.key);
    const answers = pick(draft.answers, section.questions);
    const whole = Object.keys(problemsOf(section, draft.answers)).length === 0;
    const optional = section.questions.every(({ required }) => !required);
    if (saved && whole) states.set(section.key, 'done');
    else if (Object.keys(answers).length > 0) states.set(section.key, 'begun');
    else states.set(section.key, optional ? 'optional' : 'fresh');
  }
  return states;
}

/** Pages that still keep the form from being sent: key and title. */
export const unfinished = (form: FilledForm): FilledForm['sections'] =>
  form.sections.filter(
    (section) => !section.identity && Object.keys(problemsOf(section, form.draft.answers)).length > 0,
  );

type Place = Pick<FilledForm, 'cycle' | 'role' | 'draft' | 'now'>;

/** Rules of taking part that answers of this page do not meet, as problems of its fields, unless staff let the address off. */
export async function brokenRules({ cycle, role, draft, now }: Place, section: Section, answers: Answers) {
  const broken = unmetRules(cycle.program.eligibility, rolesOf(role), answers).filter(({ field }) =>
    section.questions.some(({ name }) => name === field),
  );
  const waived = broken.length > 0 ? await listWaived(cycle.id, draft.email) : [];
  const offered = broken.some(({ key }) => key === 'member') && (await offersFunding({ cycle, now }, section));
  const isOff = (key: string) => waived.includes(key) || (key === 'member' && offered && isMembershipPending(answers));
  return Object.fromEntries(
    broken
      .filter(({ key }) => !isOff(key))
      .map(({ key, field, text, advice }) => {
        const ways = offered && key === 'member' ? `${worded(advice)} ${worded(FUNDING_ADVICE)}` : worded(advice);
        return [field, `${worded(text)} ${ways}`] as const;
      }),
  );
}

const asksFunding = (section: Section) => section.questions.some(({ name }) => name === FUNDING_FIELD);

/** Whether this page asks about funded memberships, and some are offered now. */
const offersFunding = async ({ cycle, now }: Pick<Place, 'cycle' | 'now'>, section: Section): Promise<boolean> =>
  asksFunding(section) && (await isFundingOpen(cycle.id, now));

/**
 * A page as it is drawn: the question about funded memberships stands there only for somebody whom the rule about membership
 * would stop, while memberships are offered. Everybody else is not asked, and the database neither.
 */
export async function withFunding({ cycle, role, now }: Omit<Place, 'draft'>, section: Section, answers: Answers) {
  if (!asksFunding(section)) return section;
  const stopped = unmetRules(cycle.program.eligibility, rolesOf(role), answers).some(({ key }) => key === 'member');
  if (stopped && (await isFundingOpen(cycle.id, now))) return section;
  return { ...section, questions: section.questions.filter(({ name }) => name !== FUNDING_FIELD) };
}

/** Pages that keep the form from being sent: those that are not whole, and those with an answer that a rule forbids. */
export async function keptBack(form: FilledForm): Promise<FilledForm['sections']> {
  const notWhole = unfinished(form);
  const forbidden = await Promise.all(
    form.sections.map(async (section) => Object.keys(await brokenRules(form, section, form.draft.answers)).length > 0),
  );
  return form.sections.filter((section, index) => forbidden[index] === true || notWhole.includes(section));
}
