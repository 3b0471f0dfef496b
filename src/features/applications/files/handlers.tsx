import { refusalInWords } from '@/lib/words/refusals';
import { textOf, type Answers } from '@/domain/answers';
import { fileIn } from '@/domain/file-type';
import type { Question, Section } from '@/domain/questions';
import { Refusal } from '@/domain/refusal';
import { isId } from '@/lib/id';
import { notFound, type PostedForm } from '@/ui/http';
import { findForm, isStarted, type FormAddress, type OpenForm } from '../queries';
import { keepFile, type NewFile } from './commands';
import { findOwnFile } from './queries';
import { download } from './schema';

/** A file that the applicant handed in, for themselves. */
export async function sendOwnFile(request: Request, address: FormAddress & { id: string }): Promise<Response> {
  const form = isId(address.id) ? await findForm(request, address) : null;
  const file = form && isStarted(form) ? await findOwnFile(form.session, address.id) : null;
  return file ? download(file) : notFound();
}

const fileQuestions = (questions: readonly Question[]) => questions.filter(({ type }) => type === 'file');

/** A question that asked for words in an earlier version has an answer that names no file. */
const keptFile = (answers: Answers, name: string): string => {
  const answer = textOf(answers, name);
  return fileIn(answer) ? answer : '';
};

/** The files a form has already, for pages that are saved without choosing one again. */
export const keptFiles = ({ draft }: OpenForm, questions: readonly Question[]): Answers =>
  Object.fromEntries(
    fileQuestions(questions)
      .map(({ name }) => [name, keptFile(draft.answers, name)] as const)
      .filter(([, answer]) => answer !== ''),
  );

/** Where files of a page go: what the form has already, and who keeps a further one. */
export type Keeper = { answers: Answers; keep: (file: NewFile, question: string) => Promise<string> };

export const ownKeeper = ({ session, draft, now }: OpenForm): Keeper => ({
  answers: draft.answers,
  keep: (file) => keepFile(session, draft.id, file, now),
});

async function takeFile(
  { answers, keep }: Keeper,
  name: string,
  posted: PostedForm,
): Promise<{ answer: string; problem?: string }> {
  const before = keptFile(answers, name);
  const chosen = posted.file(name);
  if (!chosen) return { answer: posted.text(`${name}_remove`) === 'yes' ? '' : before };
  try {
    return { answer: await keep(chosen, name) };
  } catch (error) {
    if (error instanceof Refusal && error.code.startsWith('file.'))
      return { answer: before, problem: refusalInWords(error) };
    throw error;
  }
}

/** Keeps the files that came with a page; what cannot be taken is said beside its question, and the earlier one stays. */
export async function takeFiles(keeper: Keeper, { section, posted }: { section: Section; posted: PostedForm }) {
  const answers: Record<string, string> = {};
  const problems: Record<string, string> = {};
  for (const { name } of fileQuestions(section.questions)) {
    const { answer, problem } = await takeFile(keeper, name, posted);
    if (answer) answers[name] = answer;
    if (problem) problems[name] = problem;
  }
  return { answers, problems };
}
