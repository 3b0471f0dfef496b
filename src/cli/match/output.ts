import { FACTORS } from '@/domain/matching/factors';
import type { Change, Unmatched } from '@/domain/matching/reports/unmatched';
import { ruleLabel } from '@/domain/matching/rules';
import { writeTable } from '@/lib/csv';
import { points } from '@/domain/matching/files/points';
import type { Plan, PlanRow } from './plan';

const KEYS = FACTORS.map(({ key }) => key);

const reasonsOf = ({ points: factors }: PlanRow): string =>
  factors
    .filter(({ reason }) => reason !== '')
    .toSorted((a, b) => b.points - a.points)
    .map(({ reason }) => reason)
    .join(' ');

/** The matches as a table, by mentee's id: names, ids, fit, points per factor, reasons. */
export const planTable = ({ rows }: Plan): string =>
  writeTable(
    ['mentee', 'mentor', 'mentee_id', 'mentor_id', 'fit', ...KEYS, 'reasons'],
    rows.map((row) => [
      row.mentee.name,
      row.mentor.name,
      row.mentee.id,
      row.mentor.id,
      points(row.fit),
      ...row.points.map((factor) => points(factor.points)),
      reasonsOf(row),
    ]),
  );

/** The same for programs. Changes are there when they were asked for. */
export function planJson({ rows, unmatched, explained, totalFit }: Plan): string {
  const plan = {
    matches: rows.map(({ mentee, mentor, fit, points: factors }) => ({
      mentee: mentee.id,
      menteeName: mentee.name,
      mentor: mentor.id,
      mentorName: mentor.name,
      fit: points(fit),
      points: Object.fromEntries(factors.map((factor) => [factor.factor, points(factor.points)])),
      reasons: factors.map(({ reason }) => reason).filter((reason) => reason !== ''),
    })),
    unmatched: unmatched.map(({ id, name }) => ({ mentee: id, menteeName: name })),
    ...(explained.length > 0 ? { explained } : {}),
    matched: rows.length,
    total: points(totalFit),
  };
  return `${JSON.stringify(plan, null, 2)}\n`;
}

type NameOf = (id: string) => string;

function changeInWords(change: Change, nameOf: NameOf): string {
  if (change.kind === 'place') return `one more place with ${nameOf(change.mentorId)} (${points(change.fit)} points)`;
  if (change.kind === 'minimum-score') return `a minimum score of ${points(change.to)}`;
  const rule = ruleLabel(change.rule, 'staff').toLowerCase();
  return `${nameOf(change.mentorId)} in spite of the rule “${rule}” (${points(change.fit)} points)`;
}

function whyUnmatched({ menteeId, open, rules, changes }: Unmatched, nameOf: NameOf): string {
  const counted = rules.map(({ label, mentors }) => `${label.toLowerCase()} ${mentors}`);
  const would = changes.map((change) => changeInWords(change, nameOf));
  return [
    `${nameOf(menteeId)} is unmatched.`,
    `  mentors who could be theirs but have no place left: ${open}`,
    ...(counted.length > 0 ? [`  mentors excluded: ${counted.join(', ')}`] : []),
    `  would help: ${would.length > 0 ? would.join('; or ') : 'no single change'}`,
  ].join('\n');
}

/** Every match with its points and reasons, then those who are unmatched, and what would help. */
export function explanation({ rows, explained }: Plan, nameOf: NameOf): string {
  const matches = rows.map(({ mentee, mentor, fit, points: factors }) =>
    [
      `${mentee.name} with ${mentor.name}: ${points(fit)} points`,
      ...factors
        .filter((factor) => factor.points > 0)
        .map((factor) => `  ${points(factor.points).toFixed(3).padStart(7)}  ${factor.label}: ${factor.reason}`),
    ].join('\n'),
  );
  return [...matches, ...explained.map((one) => whyUnmatched(one, nameOf)), ''].join('\n\n');
}
