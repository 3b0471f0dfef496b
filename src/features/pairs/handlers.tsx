import { say } from '@/lib/words/say';
import { refusalInWords } from '@/lib/words/refusals';
import { postWait } from '@/auth/post-limit';
import { Refusal } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { html, messagePage, readForm, seeOther } from '@/ui/http';
import { waitPage } from '@/ui/wait';
import { answerMatch, isAnswerable } from './commands';
import { ConfirmPage, DeclinedPage } from './components/static/confirm-page';
import { findMatchByLink } from './queries';
import { answerSchema } from './schema';

const ended = () => messagePage(say('match.thisLinkHasEnded'), say('match.theTimeToAnswerIs'), 410);

export async function showMatch(token: string): Promise<Response> {
  const match = await findMatchByLink(token, clock.now());
  if (!match) return ended();
  return html(isAnswerable(match.state) ? <ConfirmPage match={match} /> : <DeclinedPage match={match} />);
}

export async function takeMatchAnswer(request: Request, token: string): Promise<Response> {
  const posted = await readForm(request);
  const now = clock.now();
  const match = await findMatchByLink(token, now);
  if (!match) return ended();
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  const parsed = answerSchema.safeParse({
    answer: posted.text('answer'),
    reason: posted.text('reason').slice(0, 2000),
  });
  if (!parsed.success) return html(<ConfirmPage match={match} />, 422);
  try {
    await answerMatch(match, parsed.data, now);
  } catch (error) {
    if (error instanceof Refusal) return messagePage(say('match.thisMatchHasMovedOn'), refusalInWords(error), 409);
    throw error;
  }
  return seeOther(paths.confirmMatch(token));
}
