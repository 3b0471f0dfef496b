import { RESULT_LABELS, type Result, type Tally } from './ballot';

type Side = { name: string; reference: string };
export type MinutesItem = {
  mentee: Side;
  mentor: Side;
  result: Result | null;
  byConsent: boolean;
  left: boolean;
  tally: Tally | null;
  /** What was said with the votes; without names. */
  reasons: readonly { vote: string; text: string }[];
  note: string;
};

export type Minutes = {
  title: string;
  /** "Opened by Ana Petrova, Monday, …", in order of time. */
  acts: readonly string[];
  quorum: string;
  present: readonly string[];
  items: readonly MinutesItem[];
  /** The chair has given the last word. */
  final: boolean;
};

const sideOf = ({ name, reference }: Side) => `${reference} ${name}`;

export const pairOf = ({ mentee, mentor }: MinutesItem): string => `${sideOf(mentee)} with ${sideOf(mentor)}`;

/** "3 approve, 0 discuss, 1 object, 1 recused (2 needed)" */
export const countOf = ({ approve, discuss, object, recused, needed }: Tally): string =>
  `${approve} approve, ${discuss} discuss, ${object} object, ${recused} recused (${needed} needed)`;

/** Of a match that nobody questioned: "3 approve, 1 recused" */
export const consentOf = ({ approve, recused }: Tally): string => `${approve} approve, ${recused} recused`;

/** The sections of the minutes; every match is in exactly one of them. */
export function sectionsOf({ items }: Minutes) {
  const here = items.filter(({ left }) => !left);
  return {
    consent: here.filter(({ byConsent }) => byConsent),
    discussed: here.filter(({ byConsent, result }) => !byConsent && result !== null),
    undecided: here.filter(({ result }) => result === null),
    left: items.filter(({ left }) => left),
  };
}

/** "20 carried, 18 of them by consent; 1 not carried; 1 put off; 0 not decided." */
export function totalsOf(minutes: Minutes): string {
  const { consent, discussed, undecided, left } = sectionsOf(minutes);
  const count = (result: Result) => discussed.filter((item) => item.result === result).length;
  const gone = left.length > 0 ? `; ${left.length} left the ballot before a result` : '';
  return `${consent.length + count('carried')} carried, ${consent.length} of them by consent; ${count('not_carried')} not carried; ${count('later')} put off; ${undecided.length} not decided${gone}.`;
}

const WIDTH = 100;

/** Breaks a line between words; what follows the first line is set in. */
function wrapped(line: string): string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(last === undefined ? word : `  ${word}`);
  }
  return lines;
}

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', heading, '-'.repeat(heading.length), ...lines.flatMap(wrapped)];

function discussedLines(item: MinutesItem): string[] {
  const { result, tally, reasons, note } = item;
  return [
    `* ${pairOf(item)}: ${result ? RESULT_LABELS[result] : 'No result'}.`,
    ...(tally ? [`  ${countOf(tally)}.`] : []),
    ...reasons.map(({ vote, text }) => `  ${vote}: ${text}`),
    ...(note ? [`  Note: ${note}`] : []),
  ].map((line) => line.replaceAll(/\s*\n\s*/g, ' / '));
}

/** The minutes as plain text, to be filed. */
export function minutesText(minutes: Minutes): string {
  const { title, acts, quorum, present, final } = minutes;
  const { consent, discussed, undecided, left } = sectionsOf(minutes);
  const lines = [
    title,
    '='.repeat(title.length),
    ...(final ? [] : ['', 'Not final: the chair has not approved yet.']),
    '',
    ...acts.flatMap(wrapped),
    ...wrapped(`Quorum: ${quorum}.`),
    ...wrapped(present.length > 0 ? `In the meeting: ${present.join(', ')}.` : 'There was no meeting.'),
    ...wrapped(totalsOf(minutes)),
    ...section(
      'Carried by consent',
      consent.map((item) => `* ${pairOf(item)}. ${item.tally ? consentOf(item.tally) : ''}`),
    ),
    ...section('Discussed', discussed.flatMap(discussedLines)),
    ...section(
      'Not decided',
      undecided.map((item) => `* ${pairOf(item)}`),
    ),
    ...section(
      'Left the ballot',
      left.map((item) => `* ${pairOf(item)}`),
    ),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

export const RESULT_COLUMNS = [
  'mentee reference',
  'mentee',
  'mentor reference',
  'mentor',
  'result',
  'by consent',
  'approve',
  'discuss',
  'object',
  'recused',
  'needed',
  'reasons',
  'note',
] as const;

/** One row a match, in the order of the ballot. */
export const resultRows = ({ items }: Minutes): (string | number)[][] =>
  items.map(({ mentee, mentor, result, byConsent, left, tally, reasons, note }) => [
    mentee.reference,
    mentee.name,
    mentor.reference,
    mentor.name,
    left ? 'Left the ballot' : result ? RESULT_LABELS[result] : 'Not decided',
    byConsent ? 'yes' : 'no',
    tally?.approve ?? '',
    tally?.discuss ?? '',
    tally?.object ?? '',
    tally?.recused ?? '',
    tally?.needed ?? '',
    reasons.map(({ vote, text }) => `${vote}: ${text}`).join(' | '),
    note,
  ]);
