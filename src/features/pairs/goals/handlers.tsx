import { postWait } from '@/auth/post-limit';
import { dayOf } from '@/domain/dates';
import { dayIn, isWritable, STEPS_MOST } from '@/domain/pair';
import { Refusal } from '@/domain/refusal';
import { findEntry } from '@/features/library/queries';
import { clock } from '@/lib/clock';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { refusalInWords } from '@/lib/words/refusals';
import { html, notFound, readForm, seeOther, type PostedForm } from '@/ui/http';
import { waitText } from '@/ui/wait';
import { nameOf } from '../home/components/static/pair-frame';
import { openPairAt } from '../home/handlers';
import { listAreas, type Pair, type PairGoal } from '../home/queries';
import { removeGoal, saveGoal } from './commands';
import { GoalPage } from './components/static/goal-page';
import { readGoal, type GoalTyped } from './schema';

const EMPTY = { words: '', done: false };
const numbers = Array.from({ length: STEPS_MOST }, (_, index) => index + 1);

/** A goal may take until the end of the cycle; nobody has to count the days. */
const typedOf = (goal: PairGoal | null, { cycle }: Pair): GoalTyped => ({
  words: goal?.words ?? '',
  steps: numbers.map((_, index) => goal?.steps[index] ?? EMPTY),
  due_on: goal ? dayIn(goal.dueOn) : dayOf(cycle.endsAt, cycle.timeZone),
  progress: goal?.progress ?? 'begun',
  version: String(goal?.version ?? 0),
});

const typedIn = (posted: PostedForm): GoalTyped => ({
  words: posted.text('words'),
  steps: numbers.map((number) => ({
    words: posted.text(`step_${number}`),
    done: posted.text(`done_${number}`) === 'yes',
  })),
  due_on: posted.text('due_on'),
  progress: posted.text('progress'),
  version: posted.text('version'),
});

type Place = { pair: Pair; goal: PairGoal | null; isNew: boolean };

async function placeAt(request: Request, name: string, id: string): Promise<Place | Response> {
  const pair = await openPairAt(request, name);
  if (pair instanceof Response) return pair;
  const isNew = id === 'new';
  const goal = pair.goals.find((one) => one.id === id) ?? null;
  return (isNew || isId(id)) && isWritable(pair.phase) ? { pair, goal, isNew } : notFound();
}

type Shown = { typed: GoalTyped; problems?: Record<string, string>; refused?: string; clash?: boolean };

const page = async ({ pair, goal }: Place, shown: Shown, status = 200): Promise<Response> =>
  html(<GoalPage pair={pair} goal={goal} areas={goal ? [] : await listAreas(pair)} {...shown} />, status);

/** An activity of the library as a further step: the first that is free. Nothing is kept before the button is pressed. */
async function withStep(request: Request, { pair, goal }: Place): Promise<GoalTyped> {
  const typed = typedOf(goal, pair);
  const id = new URL(request.url).searchParams.get('step') ?? '';
  const entry = isId(id) ? await findEntry(pair.cycle.program.id, id) : null;
  const free = typed.steps.findIndex(({ words }) => words === '');
  if (entry?.state !== 'shown' || free < 0) return typed;
  return { ...typed, steps: typed.steps.map((step, at) => (at === free ? { words: entry.title, done: false } : step)) };
}

export async function showGoal(request: Request, name: string, id: string): Promise<Response> {
  const place = await placeAt(request, name, id);
  if (place instanceof Response) return place;
  return place.goal || place.isNew ? page(place, { typed: await withStep(request, place) }) : notFound();
}

/** A refusal gives the page back as things stand now: with what the partner saved, and every word that was typed. */
async function refusedPage(request: Request, place: Place, error: unknown, typed: GoalTyped): Promise<Response> {
  if (!(error instanceof Refusal)) throw error;
  const now = await placeAt(request, place.pair.reference ?? place.pair.id, place.goal?.id ?? 'new');
  if (now instanceof Response) return now;
  const again = { ...typed, version: String(now.goal?.version ?? 0) };
  return page(now, { typed: again, refused: refusalInWords(error), clash: error.code === 'pair.changed' }, 409);
}

async function remove(request: Request, place: Place, posted: PostedForm): Promise<Response> {
  const { pair, goal } = place;
  if (goal) {
    const version = Number(posted.text('version')) || 0;
    try {
      await removeGoal(pair, { goalId: goal.id, version }, clock.now());
    } catch (error) {
      return refusedPage(request, place, error, typedOf(goal, pair));
    }
  }
  return seeOther(paths.pair(nameOf(pair), '?removed=1'));
}

/** Saves a goal, or removes it: as `step` says. */
export async function takeGoal(request: Request, name: string, id: string): Promise<Response> {
  const posted = await readForm(request);
  const place = await placeAt(request, name, id);
  if (place instanceof Response) return place;
  const typed = typedIn(posted);
  const wait = await postWait(request);
  if (wait > 0) return page(place, { typed, refused: waitText(wait) }, 429);
  if (posted.text('step') === 'remove') return remove(request, place, posted);
  const { pair, goal, isNew } = place;
  const read = readGoal(typed, { told: pair.told, endsAt: pair.cycle.endsAt, timeZone: pair.cycle.timeZone });
  if ('problems' in read) return page(place, { typed, problems: read.problems }, 422);
  try {
    await saveGoal(pair, { goalId: isNew ? null : (goal?.id ?? id), input: read.input }, clock.now());
    return seeOther(paths.pair(name, '?goal=1'));
  } catch (error) {
    return refusedPage(request, place, error, typed);
  }
}
