// One release to a mail server that fails in every way, while the worker is killed and the database restarted.
import { setTimeout as wait } from 'node:timers/promises';
import { findUncertain } from '../../src/features/announcements/deliveries/queries';
import { checkLetters, type Letters } from '../check';
import { sized, type Context, type Fault } from '../context';
import { NOTHING, type Outcome } from '../outcome';
import { closeRelease, holdRelease, nudge, timePasses, type Release } from '../release';
import { MOODS, type Mood } from '../sink';

/** How many in a thousand mails each befalls; the others are taken. */
const SHARES: Partial<Record<Mood, number>> = {
  later: 15,
  refuse: 2,
  slow: 5,
  'cut-in-data': 4,
  'cut-before-book': 4,
  'cut-after-book': 4,
  'hang-before-book': 1,
  'hang-after-book': 1,
};
/** So many in a row are put off once, which is more than a breaker bears. */
const SPELL = 30;

/** @param times in the short form all of it happens more often */
function moods({ random }: Context, times: number): () => Mood {
  let count = 0;
  return () => {
    count += 1;
    if (count > 100 && count <= 100 + SPELL) return 'later';
    let dice = random.next() * 1000;
    for (const mood of MOODS) if ((dice -= (SHARES[mood] ?? 0) * times) < 0) return mood;
    return 'take';
  };
}

/** How long the worker waits for an answer of the mail server. */
const socketTimeoutMs = (context: Context): number => sized(context, 1000, 3000);

const OPEN = ['held', 'queued', 'sending', 'deferred'];

async function openLetters({ world }: Context, { id }: Release, states = OPEN): Promise<number> {
  const [row] = await world.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM outbox_messages WHERE release_id = $1 AND state = ANY ($2)',
    [id, states],
  );
  return row?.count ?? 0;
}

/** Lets time pass until no letter waits any more. @returns whether that came in time */
async function untilSettled(
  context: Context,
  release: Release,
  { states, seconds }: { states: string[]; seconds: number },
) {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    if ((await openLetters(context, release, states)) === 0) return true;
    await timePasses(context.world, socketTimeoutMs(context));
    await nudge(context.world);
    await wait(sized(context, 300, 1000));
  }
  return false;
}

/** Until so many more letters are settled, or no more move. */
async function untilMoved(context: Context, release: Release, count: number): Promise<void> {
  const from = await openLetters(context, release);
  for (let tries = 0; tries < 150; tries += 1) {
    const open = await openLetters(context, release).catch(() => from);
    if (open === 0 || open <= from - count) return;
    if (tries % 5 === 4) await timePasses(context.world, socketTimeoutMs(context)).then(() => nudge(context.world));
    await wait(100);
  }
}

type Plan = { letters: number; kills: number; restarts: number; times: number; ledger: boolean };

async function breakAmid(context: Context, release: Release, { letters, kills, restarts, ledger, ...plan }: Plan) {
  const { world } = context;
  const env = {
    SMTP_URL: `${world.sink.url}?socketTimeout=${socketTimeoutMs(context)}`,
    MAIL_LEDGER: ledger ? `log:${world.sink.logFile}` : 'none',
  };
  world.sink.counts.clear();
  world.sink.moodOf = moods(context, plan.times);
  context.worker = await world.steadyWorker(env);
  await nudge(context.world);
  const step = Math.floor(letters / (kills + restarts + 1));
  const restartsAt = new Set(
    Array.from({ length: restarts }, (_, at) => Math.floor(((at + 1) * (kills + restarts)) / (restarts + 1))),
  );
  for (let moment = 0; moment < kills + restarts; moment += 1) {
    await untilMoved(context, release, Math.floor(step * (0.5 + context.random.next())));
    if (restartsAt.has(moment)) {
      await world.database.stop();
      await world.database.start();
      continue;
    }
    await context.worker.kill();
    context.worker = world.worker(env);
  }
  const states = ledger ? [...OPEN, 'uncertain'] : OPEN;
  const isDone = await untilSettled(context, release, { states, seconds: sized(context, 60, 600) });
  await context.worker.stop();
  return isDone;
}

const told = ({ sent, received, doubled, lost, refused, uncertain }: Letters): string =>
  `sent ${sent}, received ${received}, doubled ${doubled}, lost ${lost}, refused ${refused}, uncertain ${uncertain} (all listed)`;

async function run(context: Context, plan: Plan): Promise<Outcome> {
  const { world, cycle } = context;
  await context.worker.kill();
  const release = await holdRelease(cycle, cycle.id, plan.letters);
  const begun = Date.now();
  const isDone = await breakAmid(context, release, plan);
  const seconds = Math.round((Date.now() - begun) / 1000);
  const met = MOODS.flatMap((mood) => (mood === 'take' ? [] : `${mood} ${world.sink.counts.get(mood) ?? 0}`));
  world.sink.calm();
  const found = await checkLetters(world, release.id);
  const listed = (await findUncertain(release.cycleId, [])).length;
  await closeRelease(world, release);
  context.worker = await world.steadyWorker();
  return {
    ...NOTHING,
    faults: plan.kills + plan.restarts,
    kills: plan.kills,
    problems: [
      ...(isDone ? [] : ['letters were still waiting at the end']),
      ...(found.doubled > 0 ? [`${found.doubled} letters doubled`] : []),
      ...(found.lost > 0 ? [`${found.lost} letters lost`] : []),
      ...(plan.ledger && found.uncertain > 0
        ? [`${found.uncertain} letters in doubt, though they could be looked up`]
        : []),
      ...(listed >= found.uncertain ? [] : [`${found.uncertain} letters in doubt, ${listed} on the list`]),
    ],
    notes: [`${told(found)}, in ${seconds} s, ${plan.restarts} restarts of PostgreSQL`, met.join(', ')],
  };
}

const planOf = (context: Context, ledger: boolean): Plan => ({
  letters: sized(context, 160, 10_000),
  kills: sized(context, ledger ? 1 : 2, 20),
  restarts: sized(context, ledger ? 0 : 1, 2),
  times: sized(context, 4, 1),
  ledger,
});

const letters: Fault = {
  name: 'letters',
  what: 'a release while the worker is killed, PostgreSQL restarted, and the mail server fails in every way; nobody can look it up',
  run: (context) => run(context, planOf(context, false)),
};

const withLedger: Fault = {
  name: 'letters-log',
  what: 'the same, where the mail server’s log says what it took',
  run: (context) => run(context, planOf(context, true)),
};

/** As a program would that takes no answer for no delivery. */
const blindly = ({ world }: Context, { id }: Release) =>
  world.query(
    "UPDATE outbox_messages SET state = 'queued', not_before = now() WHERE release_id = $1 AND state = 'uncertain'",
    [id],
  );

const blind: Fault = {
  name: 'blind-letters',
  what: 'control: letters of which nobody knows are sent again blindly, and must show as doubled',
  isControl: true,
  run: async (context) => {
    const { world, cycle, random } = context;
    const release = await holdRelease(cycle, cycle.id, 40);
    world.sink.moodOf = () => (random.chance(0.25) ? 'cut-after-book' : 'take');
    await untilSettled(context, release, { states: OPEN, seconds: 60 });
    world.sink.calm();
    const before = await checkLetters(world, release.id);
    await blindly(context, release);
    await untilSettled(context, release, { states: OPEN, seconds: 60 });
    const { doubled } = await checkLetters(world, release.id);
    world.sink.taken.forEach((_, id) => world.sink.taken.set(id, 1));
    await closeRelease(world, release);
    // A check that finds doubles before anything was planted proves nothing.
    return {
      ...NOTHING,
      faults: 1,
      problems: before.doubled === 0 && doubled > 0 ? [`${doubled} letters doubled`] : [],
    };
  },
};

export const LETTERS: readonly Fault[] = [letters, withLedger];
export const LETTER_CONTROLS: readonly Fault[] = [blind];
