import { say } from '@/lib/words/say';
import { questionInWords } from '@/lib/words/form';
import type { Answers } from '@/domain/answers';
import { fieldOfRule, FUNDING_FIELD, FUNDING_NEWS, unmetRules, type UnmetRule } from '@/domain/eligibility';
import { ROLES } from '@/domain/mentoring';
import { questionsOf, type Section } from '@/domain/questions';
import { getForm } from '@/features/forms/queries';
import { isFundingOpen } from '@/features/funding/asking/queries';
import { findProgram } from '@/features/programs/queries';
import { clock } from '@/lib/clock';
import { worded } from '@/lib/words/standard';
import { html, notFound, readForm } from '@/ui/http';
import { problemsOf, typedAnswers } from '../schema';
import { PrecheckPage, type Precheck } from './components/static/precheck-page';

/** The questions that settle a rule of this role, as the form asks them; null without an open form. */
async function findPrecheck(slug: string, typed: string): Promise<Precheck | null> {
  const role = ROLES.find((one) => one === typed);
  const program = await findProgram(slug, clock.now());
  if (!role || !program?.cycle) return null;
  const rules = program.eligibility[role];
  const fields = rules.map(({ key }) => fieldOfRule(key));
  const asked = questionsOf(await getForm(program.cycle.formVersion), role);
  const section: Section = {
    key: 'eligible',
    title: say('precheck.canITakePart'),
    minutes: 1,
    questions: asked
      .filter(({ name }) => fields.includes(name))
      .map((question) => ({ ...questionInWords(question), required: true })),
  };
  return { program, cycle: program.cycle, role, rules, section };
}

export async function showPrecheck(slug: string, role: string): Promise<Response> {
  const precheck = await findPrecheck(slug, role);
  return precheck ? html(<PrecheckPage precheck={precheck} answers={{}} problems={{}} verdict={null} />) : notFound();
}

/** Says at once whether the rules are met, and of each that is not, why. Nothing is kept and nobody is asked for. */
export async function takePrecheck(request: Request, slug: string, role: string): Promise<Response> {
  const precheck = await findPrecheck(slug, role);
  if (!precheck) return notFound();
  const { program, section } = precheck;
  const posted = await readForm(request);
  const answers: Answers = typedAnswers(section.questions, posted);
  // A box that is not ticked says no here, rather than nothing.
  const said = { ...Object.fromEntries(section.questions.map(({ name }) => [name, 'no'])), ...answers };
  const problems = Object.fromEntries(
    Object.entries(problemsOf(section, answers)).filter(([name]) => !isTick(section, name)),
  );
  const verdict = await advised(precheck, unmetRules(program.eligibility, [precheck.role], said));
  const wrong = Object.keys(problems).length > 0;
  return html(
    <PrecheckPage precheck={precheck} answers={answers} problems={problems} verdict={wrong ? null : verdict} />,
    wrong ? 422 : 200,
  );
}

/** Whoever is stopped for want of a membership is told of funded ones, while some are offered. */
async function advised({ cycle, role }: Precheck, unmet: readonly UnmetRule[]): Promise<UnmetRule[]> {
  const asked = questionsOf(await getForm(cycle.formVersion), role).some(({ name }) => name === FUNDING_FIELD);
  const offered = asked && unmet.some(({ key }) => key === 'member') && (await isFundingOpen(cycle.id, clock.now()));
  return unmet.map((rule) =>
    offered && rule.key === 'member' ? { ...rule, advice: `${worded(rule.advice)} ${worded(FUNDING_NEWS)}` } : rule,
  );
}

const isTick = ({ questions }: Section, name: string): boolean =>
  questions.some((question) => question.name === name && question.type === 'consent');
