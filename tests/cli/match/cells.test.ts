import { expect, it } from 'vitest';
import { readCell } from '@/cli/match/cells';
import { recognisedColumns } from '@/cli/match/columns';
import { questionsOfRole } from '@/domain/forms/mentoring-2026';
import type { Role } from '@/domain/mentoring';

function read(role: Role, field: string, text: string) {
  const question = questionsOfRole(role).find(({ name }) => name === field);
  if (!question) throw new Error(field);
  return readCell(question, text);
}

it.each([
  ['mentor', 'offer_topics', 'Storytime and early literacy, Outreach and partnerships', ['storytime', 'outreach']],
  [
    'mentor',
    'offer_topics',
    'Equity, diversity and inclusion, storytime,writing',
    ['inclusion', 'storytime', 'writing'],
  ],
  [
    'mentor',
    'offer_topics',
    'writing; Equity, diversity and inclusion;; Knitting ',
    ['writing', 'inclusion', 'knitting'],
  ],
  ['mentor', 'offer_topics', 'writing\nwriting|storytime', ['writing', 'storytime']],
  ['mentee', 'help_areas', 'Knowledge, Curation, and Management of Materials', ['materials']],
  ['mentee', 'help_areas', 'OUTREACH', ['outreach']],
  ['mentee', 'want_activities', 'Juggling', ['juggling']],
  ['mentee', 'rating_outreach', '4', '4'],
  ['mentee', 'rating_outreach', '4.0', '4'],
  ['mentee', 'rating_outreach', '5 (comfortable)', '5'],
  ['mentee', 'subdivision', 'mn', 'US-MN'],
  ['mentee', 'subdivision', 'CA-ON', 'CA-ON'],
  ['mentee', 'subdivision', 'on', 'CA-ON'],
  ['mentee', 'subdivision', 'quebec', 'CA-QC'],
  ['mentee', 'subdivision', 'Outside the United States and Canada', 'outside'],
  ['mentee', 'time_zone', 'central', 'America/Chicago'],
  ['mentee', 'time_zone', 'america/los_angeles', 'America/Los_Angeles'],
  ['mentee', 'library_type', 'School library', 'school'],
  ['mentee', 'wants_nearby', 'TRUE', 'yes'],
  ['mentee', 'wants_nearby', 'No, anywhere is fine', 'no'],
  ['mentee', 'wants_nearby', '0', 'no'],
  ['mentor', 'places', 'Up to two', '2'],
  ['mentor', 'places', '0', '0'],
  ['mentor', 'places', '12', '12'],
  ['mentor', 'employer', ' Ely  Library', ' Ely  Library'],
] as const)('a %s’s %s of %j is %j', (role, field, text, answer) => {
  expect(read(role, field, text)).toEqual(answer);
});

it.each([
  ['mentee', 'rating_outreach', '0'],
  ['mentee', 'rating_outreach', '45'],
  ['mentee', 'rating_outreach', '4.5'],
  ['mentee', 'help_areas', 'cooking'],
  ['mentee', 'library_type', 'cinema'],
  ['mentee', 'wants_nearby', 'perhaps'],
  ['mentor', 'places', '-1'],
  ['mentor', 'modes', 'pigeon'],
] as const)('a %s’s %s of %j is refused', (role, field, text) => {
  expect(() => read(role, field, text)).toThrow(text);
});

it('knows a column by field, question, or another usual name, whatever its case and signs', () => {
  const headings = [
    'FULL NAME',
    'Email Address',
    'Reference',
    'rating-outreach',
    'Programming skills',
    'When are you usually free',
    'Province',
    '',
  ];
  const { mapping, unused } = recognisedColumns({ name: 'f', headings, rows: [] }, 'mentee', {});
  expect(mapping).toEqual([
    ['name', 'FULL NAME'],
    ['email', 'Email Address'],
    ['id', 'Reference'],
    ['rating_outreach', 'rating-outreach'],
    ['rating_programming', 'Programming skills'],
    ['hours', 'When are you usually free'],
    ['subdivision', 'Province'],
  ]);
  expect(unused).toEqual([]);
});
