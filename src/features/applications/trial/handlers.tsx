import type { GuardedCycle } from '@/auth/guard';
import type { Answers } from '@/domain/answers';
import { fileTypeOf, MAX_FILE_BYTES, safeFileName } from '@/domain/file-type';
import { textOf } from '@/domain/answers';
import { drawnSection, pick, type Section } from '@/domain/questions';
import { Refusal } from '@/domain/refusal';
import { html, notFound, readForm, type PostedForm } from '@/ui/http';
import { answersSchema, problemsOf, typedAnswers } from '../schema';
import { TrialCheckPage } from './components/static/trial-check-page';
import { TrialPage } from './components/static/trial-page';
import { findTrial } from './queries';

export async function showTrial(cycle: GuardedCycle, typed: string): Promise<Response> {
  const trial = await findTrial(cycle, typed);
  const [first] = trial?.sections ?? [];
  return trial && first ? html(<TrialPage trial={trial} section={first} answers={{}} carried={{}} />) : notFound();
}

function carriedIn(posted: PostedForm): Answers {
  try {
    return answersSchema.parse(JSON.parse(posted.text('carried') || '{}'));
  } catch {
    return {};
  }
}

type Files = { answers: Record<string, string>; problems: Record<string, string> };

/** A chosen file is looked at and let go; only its name travels on. */
function filesIn(section: Section, posted: PostedForm, carried: Answers): Files {
  const answers: Record<string, string> = {};
  const problems: Record<string, string> = {};
  for (const { name, type } of section.questions) {
    if (type !== 'file') continue;
    const file = posted.file(name);
    const before = posted.text(`${name}_remove`) === 'yes' ? '' : textOf(carried, name);
    if (!file && before) answers[name] = before;
    if (!file) continue;
    const kind = fileTypeOf(file.bytes);
    if (file.bytes.length > MAX_FILE_BYTES) problems[name] = new Refusal('file.too_large').message;
    else if (kind) answers[name] = `${'0'.repeat(36)} ${safeFileName(file.name, kind)}`;
    else problems[name] = new Refusal('file.wrong_type').message;
  }
  return { answers, problems };
}

/** One page of a trial: the same page with what is wrong, the next one, or all answers at the end. */
export async function takeTrial(
  request: Request,
  cycle: GuardedCycle,
  typed: { role: string; step: string },
): Promise<Response> {
  const trial = await findTrial(cycle, typed.role);
  const index = trial?.sections.findIndex(({ key }) => key === typed.step) ?? -1;
  const found = trial?.sections[index];
  if (!trial || !found) return notFound();
  const posted = await readForm(request, true);
  const carried = carriedIn(posted);
  const section = drawnSection(found, carried);
  const files = filesIn(section, posted, carried);
  const answers = { ...typedAnswers(section.questions, posted), ...files.answers };
  const all = { ...withoutSection(carried, found), ...answers };
  const problems = { ...problemsOf(section, all), ...files.problems };
  const next = trial.sections[index + 1];
  if (Object.keys(problems).length > 0)
    return html(
      <TrialPage
        trial={trial}
        section={section}
        answers={answers}
        carried={{ ...carried, ...files.answers }}
        problems={problems}
      />,
      422,
    );
  if (!next) return html(<TrialCheckPage trial={trial} answers={all} />);
  const drawn = drawnSection(next, all);
  return html(<TrialPage trial={trial} section={drawn} answers={pick(all, drawn.questions)} carried={all} />);
}

const withoutSection = (answers: Answers, { questions }: Section): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => questions.every((question) => question.name !== name)));
