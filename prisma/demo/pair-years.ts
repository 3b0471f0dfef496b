import { checkInsOf } from '../../src/domain/check-in';
import { MODES } from '../../src/domain/mentoring';
import { FREQUENCIES } from '../../src/domain/pair';
import { newId } from '../../src/lib/id';
import type { DemoUser } from './committee';
import type { DemoCycle, Ground } from './cycles';
import { GOALS, TASKS } from './pair-words';
import type { PairedRow } from './pairs';
import { datesFrom } from './programs';
import { seededRandom, type Random } from './random';

const DAY_MS = 86_400_000;
const MODE_KEYS = MODES.map(({ value }) => value);
/** Every eighth pair has not been heard of for a while. */
const isSilent = (index: number) => index % 8 === 5;
/** Some pairs agreed on nothing, as it happens. */
const agrees = (index: number) => index % 7 !== 3;
const SIDES = ['mentor', 'mentee'] as const;

type Dates = Parameters<typeof datesFrom>[1];
type Filled = {
  cycle: DemoCycle;
  dates: Dates;
  pairs: readonly PairedRow[];
  /** Who looks after them in turn; none in a cycle that is over. */
  liaisons: readonly DemoUser[];
  /** Who closed the tasks; null where there are none. */
  staff: { id: string } | null;
};
type Year = { random: Random; startsAt: Date; until: Date; organizationId: string };

const daysAfter = (from: Date, days: number) => new Date(from.getTime() + days * DAY_MS);
const dayOnly = (at: Date) => new Date(at.toISOString().slice(0, 10));

/** How long a pair was at work: silent ones, and those that rest or ended, stopped some months ago. */
function lastedUntil({ state }: PairedRow, index: number, { random, startsAt, until }: Year): Date {
  const back =
    state !== 'active' && state !== 'completed'
      ? 45 + random.whole(90)
      : isSilent(index)
        ? 185 + random.whole(60)
        : random.whole(20);
  return new Date(Math.max(daysAfter(until, -back).getTime(), daysAfter(startsAt, 20).getTime()));
}

/** A line every ten to thirty days, never of what was spoken. */
function meetingsOf(pair: PairedRow, lasted: Date, { random, startsAt, organizationId }: Year) {
  const rows = [];
  for (let day = daysAfter(startsAt, 4 + random.whole(8)); day < lasted; day = daysAfter(day, 10 + random.whole(20)))
    rows.push({
      id: newId(day),
      organizationId,
      matchId: pair.id,
      day: dayOnly(day),
      mode: random.pick(MODE_KEYS),
      minutes: 15 * (1 + random.whole(5)),
      writtenBy: random.pick(SIDES),
      writtenAt: day,
    });
  return rows;
}

function goalsOf(pair: PairedRow, lasted: Date, { random, startsAt, organizationId }: Year) {
  const setAt = daysAfter(startsAt, 10 + random.whole(20));
  return random.some(GOALS, random.whole(4)).map(({ words, steps }, index) => {
    const progress = random.pick(pair.state === 'completed' ? ['reached', 'half'] : ['begun', 'half', 'reached']);
    return {
      id: newId(setAt),
      organizationId,
      matchId: pair.id,
      position: index + 1,
      words,
      steps: steps.map((step) => ({ words: step, done: progress === 'reached' || random.chance(0.4) })),
      dueOn: dayOnly(daysAfter(startsAt, 150 + random.whole(180))),
      progress,
      savedBy: random.pick(SIDES),
      savedAt: progress === 'begun' ? setAt : lasted,
    };
  });
}

/** What both answered, as far as they were at work; of silent pairs only the first questions. */
function answersOf(pair: PairedRow, lasted: Date, { random, startsAt, until, organizationId }: Year) {
  const asked = checkInsOf({ startsAt, endsAt: until, startedAt: null }).filter(({ at }) => at < lasted);
  return asked.flatMap(({ key, asks, at }) =>
    SIDES.filter(() => random.chance(0.85)).map((side) => ({
      id: newId(at),
      organizationId,
      matchId: pair.id,
      side,
      key,
      contact: asks === 'contact' ? 'in_touch' : null,
      going: asks === 'going' ? 3 + random.whole(3) : null,
      enough: asks === 'going' ? 3 + random.whole(3) : null,
      words: '',
      answeredAt: daysAfter(at, random.whole(4)),
    })),
  );
}

function agreementOf({ id }: PairedRow, index: number, { random, startsAt, organizationId }: Year) {
  const savedAt = daysAfter(startsAt, 5 + random.whole(10));
  const values = { frequency: random.pick(FREQUENCIES), modes: random.some(MODE_KEYS, 2), savedBy: random.pick(SIDES) };
  return agrees(index) ? [{ matchId: id, organizationId, ...values, savedAt }] : [];
}

const ENDED: Readonly<Record<string, string>> = {
  on_hold: 'match.held',
  ended_early: 'match.ended_early',
  completed: 'match.completed',
};

/** That the pair began, and what became of it. */
function eventsOf(
  { id, state }: PairedRow,
  lasted: Date,
  { startsAt, organizationId }: Year,
  { id: cycleId }: DemoCycle,
) {
  const shared = { organizationId, cycleId, subjectType: 'match', subjectId: id, actor: 'job:tend-pairs', detail: {} };
  const became = ENDED[state];
  const at = daysAfter(lasted, 2);
  return [
    { ...shared, id: newId(startsAt), action: 'match.started', at: startsAt },
    ...(became ? [{ ...shared, id: newId(at), action: became, at }] : []),
  ];
}

/** What waits, and what was settled with a note. */
function taskOf(
  { id }: PairedRow,
  index: number,
  { now, organizationId, staff }: { now: Date; organizationId: string; staff: { id: string } },
) {
  const said = TASKS[index];
  if (!said) return [];
  const { kind, reader = 'desk', about = '', words = '', note = '', ago } = said;
  const openedAt = daysAfter(now, -ago);
  const closed = note ? { closedAt: daysAfter(openedAt, 2), closedById: staff.id, note } : {};
  const task = { id: newId(openedAt), organizationId, matchId: id, kind, reader, about, words, openedAt, ...closed };
  return [{ ...task, raisedBy: about ? null : 'mentee' }];
}

/** The year of every pair of a cycle: agreements, goals, contacts, answers, tasks and who looks after whom. */
export async function createYears({ tx, start, organizationId }: Ground, filled: Filled): Promise<void> {
  const { startsAt, endsAt } = datesFrom(start, filled.dates);
  const until = endsAt < start ? endsAt : start;
  const year: Year = { random: seededRandom(20_262 + filled.pairs.length), startsAt, until, organizationId };
  const lasted = filled.pairs.map((pair, index) => lastedUntil(pair, index, year));
  const of = <Row>(make: (pair: PairedRow, until: Date, year: Year) => Row[]) =>
    filled.pairs.flatMap((pair, index) => make(pair, lasted[index] ?? until, year));
  await tx.pairAgreement.createMany({ data: filled.pairs.flatMap((pair, index) => agreementOf(pair, index, year)) });
  await tx.pairGoal.createMany({ data: of(goalsOf) });
  await tx.pairMeeting.createMany({ data: of(meetingsOf) });
  await tx.pairCheckIn.createMany({ data: of(answersOf) });
  await tx.event.createMany({
    data: filled.pairs.flatMap((pair, index) => eventsOf(pair, lasted[index] ?? until, year, filled.cycle)),
  });
  const { staff } = filled;
  if (staff)
    await tx.pairTask.createMany({
      data: filled.pairs.flatMap((pair, index) => taskOf(pair, index, { now: start, organizationId, staff })),
    });
  for (const [index, liaison] of filled.liaisons.entries()) {
    const mine = filled.pairs.filter((_, place) => place % (filled.liaisons.length + 1) === index);
    await tx.match.updateMany({ where: { id: { in: mine.map(({ id }) => id) } }, data: { liaisonId: liaison.id } });
  }
}
