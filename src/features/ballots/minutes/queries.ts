import { quorumInWords, VOTE_LABELS } from '@/domain/ballot';
import { minutesText, RESULT_COLUMNS, resultRows, type Minutes, type MinutesItem } from '@/domain/ballot-minutes';
import { formatInstant } from '@/domain/dates';
import { writeTable } from '@/lib/csv';
import { loadBallot, type BallotViewer } from '../queries';
import { seenBallot, type SeenBallot, type SeenItem } from '../voting/queries';

export const MINUTES_FILES = ['minutes.txt', 'results.csv'] as const;
export type MinutesFile = (typeof MINUTES_FILES)[number];

/** What was said with the votes on a match, without who; objections first. */
function reasonsOf({ others, mine }: SeenItem): MinutesItem['reasons'] {
  const said = [...(others ?? []), ...(others && mine ? [mine] : [])].filter(({ reason }) => reason !== '');
  return said
    .map(({ vote, reason }) => ({ vote: VOTE_LABELS[vote], text: reason }))
    .sort((a, b) => b.vote.localeCompare(a.vote) || a.text.localeCompare(b.text));
}

const toItem = (item: SeenItem): MinutesItem => ({
  mentee: item.mentee,
  mentor: item.mentor,
  result: item.result,
  byConsent: item.byConsent,
  left: item.left,
  tally: item.result === null ? null : item.tally,
  reasons: item.result === null ? [] : reasonsOf(item),
  note: item.note,
});

/** Who did what and when, in order. */
function actsOf({ by, times }: SeenBallot, timeZone: string): string[] {
  const at = (instant: Date) => formatInstant(instant, timeZone);
  return [
    `Opened by ${by.opened}, ${at(times.openedAt)}.`,
    `Votes at home until ${at(times.metAt && times.metAt < times.closesAt ? times.metAt : times.closesAt)}.`,
    ...(times.metAt ? [`Meeting begun by ${by.met}, ${at(times.metAt)}.`] : []),
    ...(times.closedAt ? [`Closed by ${by.closed}, ${at(times.closedAt)}.`] : []),
    ...(times.approvedAt ? [`Approved by ${by.approved}, ${at(times.approvedAt)}.`] : []),
    ...(times.droppedAt ? [`Given up by ${by.dropped}, ${at(times.droppedAt)}.`] : []),
  ];
}

type Cycle = { id: string; name: string; timeZone: string; program: { name: string } };

/** The minutes of a ballot, without what is closed to the viewer; null when there is no such ballot. */
export async function findMinutes(cycle: Cycle, number: number, viewer: BallotViewer, now: Date) {
  const loaded = await loadBallot({ cycleId: cycle.id, number }, now);
  if (!loaded) return null;
  const ballot = await seenBallot(loaded, viewer, now);
  const minutes: Minutes = {
    title: `${cycle.program.name}, ${cycle.name}: ballot ${number} on plan ${ballot.planNumber}`,
    acts: actsOf(ballot, cycle.timeZone),
    quorum: quorumInWords(ballot.quorum),
    present: loaded.presences.map(({ name }) => name),
    items: ballot.items.map(toItem),
    final: ballot.state === 'approved' || ballot.state === 'dropped',
  };
  return { minutes, state: ballot.state };
}

/** The minutes as a file. */
export async function findMinutesFile(
  cycle: Cycle,
  { number, file }: { number: number; file: MinutesFile },
  viewer: BallotViewer,
  now: Date,
): Promise<string | null> {
  const found = await findMinutes(cycle, number, viewer, now);
  if (!found) return null;
  return file === 'minutes.txt' ? minutesText(found.minutes) : writeTable(RESULT_COLUMNS, resultRows(found.minutes));
}
