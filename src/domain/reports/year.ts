import type { CycleFacts, PairFact } from './facts';
import { countedAs, figureAt, percentOf, TOO_FEW, type Report } from './report';

/** What pairs are asked for: twice a month, by any means. */
const AGREED = 2;
const perMonth = ({ contacts, months }: PairFact) => contacts / Math.max(1, months);

const OFTEN: readonly { key: string; label: string; holds: (pair: PairFact) => boolean }[] = [
  { key: 'none', label: 'Nothing logged', holds: ({ contacts }) => contacts === 0 },
  { key: 'less', label: 'Less than once a month', holds: (pair) => pair.contacts > 0 && perMonth(pair) < 1 },
  { key: 'once', label: 'Once to twice a month', holds: (pair) => perMonth(pair) >= 1 && perMonth(pair) < AGREED },
  { key: 'twice', label: 'Twice a month or more', holds: (pair) => perMonth(pair) >= AGREED },
];

/** How often pairs are in touch. */
export const meetingsReport = ({ pairs }: CycleFacts): Report => ({
  key: 'meetings',
  question: 'Are pairs in touch?',
  definition:
    'Pairs that began, by how often they logged a contact of any kind in each month at work. The log is optional: nothing logged does not mean no contact.',
  columns: ['Pairs'],
  rows: OFTEN.map(({ key, label, holds }) => ({ key, label, figures: [pairs.filter(holds).length] })),
  kind: 'parts',
  bases: [],
  chart: 'bars',
  answer: (rows) => {
    if (pairs.length === 0) return 'No pair has begun yet.';
    const [once, twice] = [figureAt(rows, 'once'), figureAt(rows, 'twice')];
    if (once === null || twice === null) return TOO_FEW;
    return `${percentOf(once + twice, pairs.length)} of pairs log a contact once a month or more: ${once + twice} of ${pairs.length}.`;
  },
});

const rounded = (mean: number | null) => (mean === null ? null : Math.round(mean * 100) / 100);

/** How mentees rate themselves before and after, area by area. */
export function growthReport({ growth }: CycleFacts): Report {
  const areas = growth.find(({ role }) => role === 'mentee')?.areas ?? [];
  return {
    key: 'growth',
    question: 'Did mentees grow?',
    definition:
      'Means of what mentees rated themselves, 1 to 5, when they applied and at the end. Only who rated an area both times.',
    columns: ['Before', 'After'],
    rows: areas.map(({ area, label, before, after }) => ({
      key: area,
      label,
      figures: [rounded(before), rounded(after)],
    })),
    kind: 'means',
    bases: areas.map(({ n }) => n),
    chart: 'change',
    answer: (rows) => {
      const gains = rows.flatMap(({ label, figures: [before, after] }) =>
        before === null || before === undefined || after === null || after === undefined
          ? []
          : [{ label, gain: after - before }],
      );
      const [most] = gains.toSorted((a, b) => b.gain - a.gain);
      if (!most) return areas.some(({ n }) => n > 0) ? TOO_FEW : 'Nobody has rated themselves again yet.';
      const grown = gains.filter(({ gain }) => gain > 0).length;
      return `Mentees rate themselves higher in ${grown} of ${countedAs(gains.length, 'area', 'areas')}, most in ${most.label} (${most.gain < 0 ? '' : '+'}${most.gain.toFixed(1)}).`;
    },
  };
}

const STEPS = [5, 4, 3, 2, 1] as const;
const WORDS = { 5: 'Certainly (5)', 4: '4', 3: '3', 2: '2', 1: 'Not at all (1)' } as const;

/** Whether people would recommend the program. */
export const satisfactionReport = ({ recommended }: CycleFacts): Report => ({
  key: 'satisfaction',
  question: 'Would people recommend it?',
  definition: 'Closing answers that were sent, of both roles; who left the question blank is not counted.',
  columns: ['Answers'],
  rows: STEPS.map((step) => ({
    key: String(step),
    label: WORDS[step],
    figures: [recommended.filter((one) => one === step).length],
  })),
  kind: 'parts',
  bases: [],
  chart: 'bars',
  answer: (rows) => {
    if (recommended.length === 0) return 'Nobody has answered yet.';
    const [five, four] = [figureAt(rows, '5'), figureAt(rows, '4')];
    if (five === null || four === null) return TOO_FEW;
    return `${percentOf(five + four, recommended.length)} would recommend it: ${five + four} of ${countedAs(recommended.length, 'answer', 'answers')} are 4 or 5.`;
  },
});
