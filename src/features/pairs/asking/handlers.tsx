import { postWait } from '@/auth/post-limit';
import { concernDue } from '@/domain/pair-task';
import { Refusal } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { refusalInWords } from '@/lib/words/refusals';
import { say } from '@/lib/words/say';
import { html, notFound, readForm, seeOther, type PostedForm } from '@/ui/http';
import { waitText } from '@/ui/wait';
import { openPairAt, pairAt } from '../home/handlers';
import type { Pair } from '../home/queries';
import { askForPause, endPair, raiseConcern } from './commands';
import { AskPage, type AskPageProps } from './components/static/ask-page';
import { ConcernPage, ConcernSentPage, type ConcernPageProps } from './components/static/concern-page';
import { listReaderChoices } from './queries';
import { concernSchema, endSchema, pauseSchema, problemsIn, type ConcernTyped } from './schema';

/** A match that never became a pair has none of these pages: saying no is enough. */
const LIVED: readonly Pair['state'][] = ['confirmed', 'active', 'on_hold', 'completed', 'ended_early'];

export async function showAsk(request: Request, name: string): Promise<Response> {
  const pair = await openPairAt(request, name);
  if (pair instanceof Response) return pair;
  if (!LIVED.includes(pair.state)) return notFound();
  const said = new URL(request.url).searchParams.has('asked') ? say('pair.pauseAsked') : '';
  return html(<AskPage pair={pair} said={said} />);
}

async function ask(pair: Pair, posted: PostedForm, name: string): Promise<Response> {
  const [step, now] = [posted.text('step'), clock.now()];
  const words = posted.text(step === 'end' ? 'end_words' : 'words');
  const typed = { step, words, rematch: posted.text('rematch') };
  const again = (shown: Partial<AskPageProps>, status: number) =>
    html(<AskPage pair={pair} typed={typed} {...shown} />, status);
  try {
    if (step === 'pause') {
      const parsed = pauseSchema.safeParse({ words });
      if (!parsed.success) return await again({ problems: problemsIn(parsed.error) }, 422);
      await askForPause(pair, parsed.data, now);
      return seeOther(paths.pairHelp(name, '?asked=1'));
    }
    const parsed = endSchema.safeParse({ end_words: words, rematch: typed.rematch, sure: posted.text('sure') });
    if (!parsed.success) return await again({ problems: problemsIn(parsed.error) }, 422);
    await endPair(pair, parsed.data, now);
    return seeOther(paths.pair(name));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return again({ refused: refusalInWords(error) }, 409);
  }
}

/** Takes the wish for a pause, or the end: as `step` says. */
export async function takeAsk(request: Request, name: string): Promise<Response> {
  const posted = await readForm(request);
  const pair = await openPairAt(request, name);
  if (pair instanceof Response) return pair;
  if (!LIVED.includes(pair.state)) return notFound();
  const wait = await postWait(request);
  if (wait > 0) return html(<AskPage pair={pair} refused={waitText(wait)} />, 429);
  return ask(pair, posted, name);
}

const NOTHING: ConcernTyped = { reader: '', words: '', stop: '' };

const concernPage = async (pair: Pair, shown: Partial<ConcernPageProps> = {}, status = 200): Promise<Response> => {
  const now = clock.now();
  const readers = await listReaderChoices(pair, now);
  const refused = readers.length === 0 ? refusalInWords(new Refusal('pair.no_reader')) : '';
  return html(
    <ConcernPage pair={pair} readers={readers} due={concernDue(now)} typed={NOTHING} refused={refused} {...shown} />,
    status,
  );
};

/** A concern can be told also when a pair is over. */
async function concernedAt(request: Request, name: string): Promise<Pair | Response> {
  const pair = await pairAt(request, name);
  return pair instanceof Response || LIVED.includes(pair.state) ? pair : notFound();
}

export async function showConcern(request: Request, name: string): Promise<Response> {
  const pair = await concernedAt(request, name);
  return pair instanceof Response ? pair : concernPage(pair);
}

export async function takeConcern(request: Request, name: string): Promise<Response> {
  const posted = await readForm(request);
  const pair = await concernedAt(request, name);
  if (pair instanceof Response) return pair;
  const typed = { reader: posted.text('reader'), words: posted.text('words'), stop: posted.text('stop') };
  const wait = await postWait(request);
  if (wait > 0) return concernPage(pair, { typed, refused: waitText(wait) }, 429);
  const parsed = concernSchema.safeParse(typed);
  if (!parsed.success) return concernPage(pair, { typed, problems: problemsIn(parsed.error) }, 422);
  const now = clock.now();
  try {
    await raiseConcern(pair, parsed.data, now);
    return await html(<ConcernSentPage pair={pair} due={concernDue(now)} stopped={parsed.data.stop === 'yes'} />);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return concernPage(pair, { typed, refused: refusalInWords(error) }, 409);
  }
}
