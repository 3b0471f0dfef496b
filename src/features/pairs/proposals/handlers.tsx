import { postWait } from '@/auth/post-limit';
import { Refusal } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { refusalInWords } from '@/lib/words/refusals';
import { say } from '@/lib/words/say';
import { html, messagePage, readForm, seeOther } from '@/ui/http';
import { waitPage } from '@/ui/wait';
import { answerSchema } from '../schema';
import { answerProposal } from './answering/commands';
import { ProposalPage } from './components/static/proposal-page';
import { findProposalByLink } from './queries';

const ended = () => messagePage(say('match.thisLinkHasEnded'), say('match.theTimeToAnswerIs'), 410);

export async function showProposal(token: string): Promise<Response> {
  const proposal = await findProposalByLink(token, clock.now());
  return proposal ? html(<ProposalPage proposal={proposal} />) : ended();
}

export async function takeProposalAnswer(request: Request, token: string): Promise<Response> {
  const posted = await readForm(request);
  const now = clock.now();
  const proposal = await findProposalByLink(token, now);
  if (!proposal) return ended();
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  const parsed = answerSchema.safeParse({
    answer: posted.text('answer'),
    reason: posted.text('reason').slice(0, 2000),
  });
  if (!parsed.success) return html(<ProposalPage proposal={proposal} />, 422);
  try {
    await answerProposal(proposal, parsed.data, now);
  } catch (error) {
    if (error instanceof Refusal) return messagePage(say('match.thisMatchHasMovedOn'), refusalInWords(error), 409);
    throw error;
  }
  return seeOther(paths.proposal(token));
}
