import { ROLES, type Role } from '@/domain/mentoring';
import type { AppliedFact, CycleFacts } from './facts';
import { countedAs, figureAt, percentOf, TOO_FEW, type Report, type ReportRow } from './report';

const COLUMNS = ['Mentors', 'Mentees'] as const;
const count = (applied: readonly AppliedFact[], role: Role, test: (one: AppliedFact) => boolean = () => true): number =>
  applied.filter((one) => one.role === role && test(one)).length;

const ENDS: readonly { key: string; label: string; holds: (one: AppliedFact) => boolean }[] = [
  { key: 'draft', label: 'Begun, not sent', holds: ({ state }) => state === 'draft' },
  { key: 'withdrawn', label: 'Withdrawn', holds: ({ state }) => state === 'withdrawn' },
  { key: 'declined', label: 'Declined', holds: ({ state }) => state === 'declined' },
  { key: 'hold', label: 'On hold', holds: ({ state }) => state === 'hold' },
  {
    key: 'open',
    label: 'Not decided',
    holds: ({ state }) => state === 'submitted' || state === 'needs_information',
  },
  { key: 'accepted', label: 'Accepted, not matched', holds: ({ state, matched }) => state === 'accepted' && !matched },
  { key: 'matched', label: 'Matched', holds: ({ state, matched }) => state === 'accepted' && matched },
];

const sum = (rows: readonly ReportRow[], at: number): number | null => {
  const figures = rows.map((row) => row.figures[at] ?? null);
  return figures.includes(null) ? null : figures.reduce<number>((total, figure) => total + (figure ?? 0), 0);
};

/** Where applications ended: everybody is in exactly one row. */
export const funnelReport = ({ applied }: CycleFacts): Report => ({
  key: 'funnel',
  question: 'How many applied, and where did their applications end?',
  definition:
    'Every form that was begun, in the one state in which it stands. Who applied in both roles is counted in both.',
  columns: COLUMNS,
  rows: ENDS.map(({ key, label, holds }) => ({
    key,
    label,
    figures: ROLES.map((role) => count(applied, role, holds)),
  })),
  kind: 'parts',
  bases: [],
  chart: 'bars',
  answer: (rows) => {
    const [mentors, mentees] = [sum(rows, 0), sum(rows, 1)];
    const matched = figureAt(rows, 'matched', 1);
    if (mentors === null || mentees === null)
      return matched === null
        ? TOO_FEW
        : `${countedAs(matched, 'mentee was', 'mentees were')} matched; smaller numbers are hidden.`;
    if (mentors + mentees === 0) return 'Nobody has applied yet.';
    const began = `${countedAs(mentors, 'mentor', 'mentors')} and ${countedAs(mentees, 'mentee', 'mentees')} began a form`;
    return `${began}; ${countedAs(matched ?? 0, 'mentee was', 'mentees were')} matched.`;
  },
});

/** Mentees for each place of a mentor, of those accepted. */
export function ratioReport({ applied }: CycleFacts): Report {
  const accepted = applied.filter(({ state }) => state === 'accepted');
  const places = accepted.reduce((total, { role, places: own }) => total + (role === 'mentor' ? own : 0), 0);
  return {
    key: 'ratio',
    question: 'How many mentees are there for each place?',
    definition: 'Accepted applications. A mentor offers one to three places.',
    columns: ['Accepted'],
    rows: [
      { key: 'mentors', label: 'Mentors', figures: [count(accepted, 'mentor')] },
      { key: 'places', label: 'Places', figures: [places] },
      { key: 'mentees', label: 'Mentees', figures: [count(accepted, 'mentee')] },
    ],
    kind: 'whole',
    bases: [],
    chart: 'bars',
    answer: (rows) => {
      const [offered, asked] = [figureAt(rows, 'places'), figureAt(rows, 'mentees')];
      if (offered === null || asked === null) return TOO_FEW;
      if (offered === 0) return asked === 0 ? 'Nobody is accepted yet.' : `${asked} mentees, and no place yet.`;
      return `${(asked / offered).toFixed(1)} mentees for each place: ${asked} mentees, ${countedAs(offered, 'place', 'places')}.`;
    },
  };
}

/** Who of those accepted was matched. */
export function matchedReport({ applied }: CycleFacts): Report {
  const accepted = applied.filter(({ state }) => state === 'accepted');
  return {
    key: 'matched',
    question: 'How many were matched?',
    definition: 'Of accepted applications. A match that ended early, or that somebody said no to, does not count.',
    columns: COLUMNS,
    rows: [
      { key: 'yes', label: 'Matched', figures: ROLES.map((role) => count(accepted, role, ({ matched }) => matched)) },
      {
        key: 'no',
        label: 'Not matched',
        figures: ROLES.map((role) => count(accepted, role, ({ matched }) => !matched)),
      },
    ],
    kind: 'parts',
    bases: [],
    chart: 'bars',
    answer: (rows) => {
      const [yes, no] = [figureAt(rows, 'yes', 1), figureAt(rows, 'no', 1)];
      if (yes === null || no === null) return TOO_FEW;
      if (yes + no === 0) return 'No mentee is accepted yet.';
      return `${percentOf(yes, yes + no)} of mentees were matched: ${yes} of ${yes + no}.`;
    },
  };
}
