import { postWait } from '@/auth/post-limit';
import { participantSession } from '@/auth/sessions';
import { Refusal } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { html, notFound, readForm, seeOther } from '@/ui/http';
import { waitText } from '@/ui/wait';
import { answerQuestion } from './commands';
import { AnswerPage } from './components/static/answer-page';
import { findQuestionTo, type QuestionTo } from './queries';
import { answerFault, ANSWER_WORDS } from './schema';

type Asked = { personId: string; question: QuestionTo };

/** The question to the person behind a request, or the answer to give instead. */
async function askedOf(request: Request, id: string, now: Date): Promise<Asked | Response> {
  const session = await participantSession(request, now);
  if (!session?.personId) return seeOther(paths.resume());
  const { personId } = session;
  const question = await findQuestionTo(personId, id);
  return question ? { personId, question } : notFound();
}

export async function showAnswer(request: Request, id: string): Promise<Response> {
  const asked = await askedOf(request, id, clock.now());
  return asked instanceof Response ? asked : html(<AnswerPage question={asked.question} answer="" />);
}

export async function takeAnswer(request: Request, id: string): Promise<Response> {
  const posted = await readForm(request);
  const now = clock.now();
  const asked = await askedOf(request, id, now);
  if (asked instanceof Response) return asked;
  const { personId, question } = asked;
  const answer = posted.text('answer');
  const again = (problem: string, status: number) =>
    html(<AnswerPage question={question} answer={answer} problems={{ answer: problem }} />, status);
  const wait = await postWait(request);
  if (wait > 0) return again(waitText(wait), 429);
  const fault = answerFault(answer);
  if (fault) return again(say(fault === 'empty' ? 'answer.empty' : 'answer.long', { most: ANSWER_WORDS }), 422);
  try {
    await answerQuestion({ personId, questionId: id, answer }, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  // Sent twice, the same page says that it is there.
  return seeOther(paths.statusAnswer(id));
}
