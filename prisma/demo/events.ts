import { momentIn } from '../../src/lib/days';
import { newId } from '../../src/lib/id';
import type { DemoUser } from './committee';
import type { DemoCycle, Ground } from './cycles';
import { datesFrom } from './programs';
import { seededRandom } from './random';

const DAY_MS = 86_400_000;
const ZONE = 'America/Chicago';

type Dates = Parameters<typeof datesFrom>[1];
type Filled = { cycle: DemoCycle; dates: Dates; staff: DemoUser };
type Planned = { title: string; kind: 'orientation' | 'other'; at: Date; answerDays: number } & Partial<{
  minutes: number;
  place: string;
  link: string;
  capacity: number;
  arranged: string;
  recording: string;
  note: string;
  audience: string[];
}>;

/** Six in the evening of a day, in the zone of the cycle. */
function eveningOf(day: Date): Date {
  return momentIn(`${day.toISOString().slice(0, 10)}T18:00`, ZONE) ?? day;
}
const daysFrom = (from: Date, days: number) => new Date(from.getTime() + days * DAY_MS);

async function createEvent({ tx, organizationId }: Ground, { cycle, staff }: Filled, planned: Planned) {
  const { at, answerDays, audience = ['pairs'], minutes = 60, ...said } = planned;
  const id = newId(daysFrom(at, -40));
  const made = { createdById: staff.id, createdAt: daysFrom(at, -40) };
  const times = { startsAt: at, answerBy: daysFrom(at, -answerDays), minutes };
  await tx.cycleEvent.create({ data: { id, organizationId, cycleId: cycle.id, audience, ...times, ...said, ...made } });
  return id;
}

/** The people of the pairs at work, in the order of their pairs. */
async function peopleOf({ tx }: Ground, { cycle }: Filled): Promise<string[]> {
  const rows = await tx.match.findMany({
    where: { cycleId: cycle.id, state: 'active' },
    select: { mentor: { select: { personId: true } }, mentee: { select: { personId: true } } },
    orderBy: { reference: 'asc' },
  });
  return rows.flatMap(({ mentor, mentee }) => [mentor.personId, mentee.personId]).filter((id) => id !== null);
}

const ARRANGE = [
  'Captions, please.',
  'Slides a day before, as a document I can enlarge.',
  'No phone: I will use the link.',
];

type Replied = { personId: string; state: 'yes' | 'no' | 'waiting'; came?: boolean };

async function createReplies({ tx, organizationId }: Ground, eventId: string, replies: readonly Replied[], from: Date) {
  await tx.eventReply.createMany({
    data: replies.map(({ personId, state, came }, index) => {
      const answeredAt = new Date(from.getTime() + index * 3_600_000);
      return {
        id: newId(answeredAt),
        organizationId,
        eventId,
        personId,
        state,
        arrange: index % 9 === 4 ? (ARRANGE[Math.floor(index / 9) % ARRANGE.length] ?? '') : '',
        answeredAt,
        inLineAt: state === 'waiting' ? answeredAt : null,
        came: came ?? null,
      };
    }),
  });
}

/** An orientation that was, with attendance and recording; a talk that is nearly full; a panel with a waitlist; one for mentors. */
export async function createEvents(ground: Ground, filled: Filled): Promise<void> {
  const { start } = ground;
  const { startsAt } = datesFrom(start, filled.dates);
  const random = seededRandom(20_263);
  const people = await peopleOf(ground, filled);
  const was = eveningOf(daysFrom(startsAt, -4));
  const orientation = await createEvent(ground, filled, {
    title: 'Orientation for pairs',
    kind: 'orientation',
    at: was,
    answerDays: 2,
    link: 'https://meet.example.org/orientation',
    arranged: 'Live captions, and the slides as an accessible document.',
    recording: 'https://video.example.org/orientation',
    note: 'Thank you for coming. The slides are linked under the recording.',
  });
  const answers = people.slice(0, 64).map((personId, index): Replied => {
    const state = index % 8 === 5 ? 'no' : 'yes';
    return { personId, state, came: state === 'yes' && random.chance(0.9) };
  });
  await createReplies(ground, orientation, answers, daysFrom(was, -12));

  const talk = await createEvent(ground, filled, {
    title: 'Talk: a year of storytimes in two languages',
    kind: 'other',
    at: eveningOf(daysFrom(start, 8)),
    answerDays: 1,
    link: 'https://meet.example.org/talk',
    capacity: 24,
    arranged: 'Live captions.',
  });
  const talkers = people.slice(0, 23).map((personId): Replied => ({ personId, state: 'yes' }));
  await createReplies(ground, talk, talkers, daysFrom(start, -6));

  const panel = await createEvent(ground, filled, {
    title: 'Panel: the first hundred days in a new job',
    kind: 'other',
    at: eveningOf(daysFrom(start, 15)),
    answerDays: 2,
    minutes: 90,
    place: 'Maple County Library, room 2',
    link: 'https://meet.example.org/panel',
    capacity: 12,
  });
  const panelists = people
    .slice(6, 22)
    .map((personId, index): Replied => ({ personId, state: index < 12 ? 'yes' : index < 15 ? 'waiting' : 'no' }));
  await createReplies(ground, panel, panelists, daysFrom(start, -5));
  await createEvent(ground, filled, {
    title: 'Round of mentors and committee',
    kind: 'other',
    at: eveningOf(daysFrom(start, 19)),
    answerDays: 3,
    link: 'https://meet.example.org/round',
    audience: ['mentors', 'committee'],
  });
}
