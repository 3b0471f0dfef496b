import type { Role } from '@/domain/mentoring';
import { hoursOf } from '@/domain/pair';
import { language } from '../language';
import type { Paper, PaperBlock } from '../pdf/tagged';
import { formatDay } from './dates';
import { say } from './say';

export const PAPERS = ['certificate', 'letter'] as const;
export type PaperKind = (typeof PAPERS)[number];

/** What a certificate and a letter of service say of one person in one role of a cycle. */
export type PaperFacts = {
  name: string;
  role: Role;
  program: string;
  cycle: string;
  contact: string;
  timeZone: string;
  from: Date;
  until: Date;
  /** What the two wrote down. */
  minutes: number;
  /** Events at which staff noted them, by how long these took. */
  eventMinutes: number;
  /** Pairs that were completed. */
  pairs: number;
  number: string;
  /** Where the number can be checked; '' where the person has not chosen that. */
  checkedAt: string;
};

export type PaperLine = { kind: 'title' | 'name' | 'text' | 'small'; text: string };

/** Time that is known, the log and the events apart: one is what two say, the other what staff noted. */
const timeLines = ({ minutes, eventMinutes }: PaperFacts, paper: 'paper' | 'letter'): PaperLine[] => [
  ...(minutes > 0 ? [{ kind: 'text' as const, text: say(`closing.${paper}Time`, hoursOf(minutes)) }] : []),
  ...(eventMinutes > 0 ? [{ kind: 'text' as const, text: say(`closing.${paper}Events`, hoursOf(eventMinutes)) }] : []),
];

function certificateLines(facts: PaperFacts): PaperLine[] {
  const { name, role, program, cycle, number, checkedAt } = facts;
  return [
    { kind: 'title', text: say('closing.certificate') },
    { kind: 'text', text: say('closing.paperFor') },
    { kind: 'name', text: name },
    { kind: 'text', text: say(`closing.paper_${role}`, { program, cycle }) },
    { kind: 'text', text: say('closing.paperFromTo', daysOf(facts)) },
    ...timeLines(facts, 'paper'),
    ...closingLines(facts),
    { kind: 'small', text: say('closing.paperNumber', { number }) },
    ...(checkedAt ? [{ kind: 'small' as const, text: say('closing.paperCheck', { address: checkedAt }) }] : []),
  ];
}

const daysOf = ({ from, until, timeZone }: PaperFacts) => ({
  from: formatDay(from, timeZone),
  until: formatDay(until, timeZone),
});

/** By whom, and when it was earned. */
const closingLines = ({ program, contact, until, timeZone }: PaperFacts): PaperLine[] => [
  { kind: 'text', text: say('closing.paperBy', { program, contact }) },
  { kind: 'text', text: formatDay(until, timeZone) },
];

function letterLines(facts: PaperFacts): PaperLine[] {
  const { name, program, cycle, pairs } = facts;
  return [
    { kind: 'title', text: say('closing.letter') },
    { kind: 'text', text: say('closing.letterTo') },
    { kind: 'text', text: say('closing.letterServed', { name, program, cycle, ...daysOf(facts) }) },
    { kind: 'text', text: say('closing.letterMentees', { name, count: pairs }) },
    ...timeLines(facts, 'letter'),
    { kind: 'text', text: say('closing.letterThanks', { name }) },
    ...closingLines(facts),
  ];
}

/** The sentences of a paper in the language at hand, one by one: the PDF and its page say the same. */
export const paperLines = (kind: PaperKind, facts: PaperFacts): PaperLine[] =>
  kind === 'certificate' ? certificateLines(facts) : letterLines(facts);

const LOOKS = {
  title: { tag: 'H1', face: 'serif', size: 28, below: 22 },
  name: { tag: 'P', face: 'serif', size: 24, below: 12 },
  text: { tag: 'P', face: 'sans', size: 13, below: 12 },
  small: { tag: 'P', face: 'sans', size: 11, below: 6 },
} as const satisfies Record<PaperLine['kind'], Omit<PaperBlock, 'text'>>;

export function paperOf(kind: PaperKind, facts: PaperFacts): Paper {
  const lines = paperLines(kind, facts);
  return {
    title: `${say(`closing.${kind}`)}: ${facts.name}`,
    language: language(),
    author: facts.program,
    madeAt: facts.until,
    blocks: lines.map(({ kind: look, text }) => ({ ...LOOKS[look], text })),
  };
}
