import { expect, it } from 'vitest';
import { ARGUMENTS, FILES, pairsOf, runWith } from './match-runs';

const USAGE =
  'Usage: npm run match -- --mentors a.csv --mentees b.csv --out plan.csv [--weights w.json] [--locks l.csv] [--vetoes v.csv] [--previous p.csv] [--map map.json] [--explain] [--json]';

it('refuses rows with line and reason, and matches the others', () => {
  const mentees = [
    'id,name,rating_outreach,hours,state,time_zone,stage,places',
    'E1,Dana Quist,1,weekend,mn,Central,Student,',
    'E2,,1,,,,,',
    'E3,Alex,7,,,,,',
    'E4,Alex,2,midnight,,,,',
    'E5,Alex,2,,Atlantis,,,',
    'E6,Alex,2,,,Mars/Base,,',
    'E7,Alex,2,,,,wizard,',
    'E1,Alex,2,,,,,',
  ].join('\n');
  const { code, said, plan } = runWith({ ...FILES, 'mentees.csv': mentees }, ARGUMENTS);
  expect(code).toBe(0);
  expect(said.slice(1, 9)).toEqual([
    'mentees.csv: not used: “places”',
    'mentees.csv, line 3: refused: there is no name',
    'mentees.csv, line 4: refused: “7” is no rating from 1 to 5 of “Outreach and Advocacy”',
    'mentees.csv, line 5: refused: “midnight” is no choice of “When are you usually free?”',
    'mentees.csv, line 6: refused: “Atlantis” is no state or province',
    'mentees.csv, line 7: refused: “Mars/Base” is no time zone, such as America/Chicago',
    'mentees.csv, line 8: refused: “wizard” is no choice of “Where are you in your career?”',
    'mentees.csv, line 9: refused: “E1” is in line 2 already',
  ]);
  expect(pairsOf(plan)).toEqual(['Dana Quist with Kim Ferreira']);
});

const lock = (...pairs: string[]) => ({ 'l.csv': ['mentee,mentor', ...pairs, ''].join('\n') });

it.each<[string, Record<string, string>, string[], string[]]>([
  ['no files', {}, ['--out', 'plan.csv'], [USAGE]],
  ['nowhere to write', {}, ARGUMENTS.slice(0, 4), [USAGE]],
  ['an unknown option', {}, [...ARGUMENTS, '--speed', '9'], [expect.stringContaining('--speed'), USAGE]],
  ['a file that is not there', {}, [...ARGUMENTS, '--locks', 'nothing.csv'], ['nothing.csv: cannot be read (ENOENT)']],
  ['no table', { 'mentees.csv': '' }, ARGUMENTS, ['mentees.csv: There is no line of headings.']],
  [
    'open quotes',
    { 'mentees.csv': 'name,rating_outreach\n"Dana,1' },
    ARGUMENTS,
    [expect.stringContaining('mentees.csv: Quote Not Closed')],
  ],
  [
    'columns that say nothing',
    { 'mentees.csv': 'person,age\nDana,40\n' },
    ARGUMENTS,
    [
      'mentees.csv: no column is recognised as name; name it with --map',
      'mentees.csv: no column is recognised as a rating; name them with --map',
    ],
  ],
  [
    'two columns for one field',
    { 'mentees.csv': 'name,Full name,rating_outreach\nDana,Dana,1\n' },
    ARGUMENTS,
    ['mentees.csv: both “name” and “Full name” would be name; choose with --map'],
  ],
  [
    'a map to nowhere',
    { 'm.json': '{"mentees": {"shoe_size": "name", "employer": "Work"}}' },
    [...ARGUMENTS, '--map', 'm.json'],
    [
      'mentees.csv: the map names “shoe_size”, which is no field of a mentee’s form',
      'mentees.csv: the map names the column “Work”, which is not there',
    ],
  ],
  ['no row left', { 'mentors.csv': 'name,rating_outreach\n,4\n' }, ARGUMENTS, ['mentors.csv: no row is left']],
  [
    'weights that are no JSON',
    { 'w.json': '{' },
    [...ARGUMENTS, '--weights', 'w.json'],
    [expect.stringMatching(/^w\.json: no valid JSON/)],
  ],
  [
    'weights out of range',
    { 'w.json': '{"competencies": -1, "region": 1.5}' },
    [...ARGUMENTS, '--weights', 'w.json'],
    [expect.stringMatching(/^weights: competencies: /), expect.stringMatching(/^weights: region: /)],
  ],
  [
    'an unknown weight',
    { 'w.json': '{"charm": 1}' },
    [...ARGUMENTS, '--weights', 'w.json'],
    [expect.stringMatching(/^weights: .*charm/)],
  ],
  [
    'weights that are all 0',
    { 'w.json': '{"competencies": 0, "interests": 0, "region": 0, "meeting": 0, "setting": 0}' },
    [...ARGUMENTS, '--weights', 'w.json'],
    ['weights: at least one weight must be above 0'],
  ],
  [
    'pairs without columns',
    { 'l.csv': 'a,b\n1,2\n' },
    [...ARGUMENTS, '--locks', 'l.csv'],
    ['l.csv: it needs the columns mentee and mentor'],
  ],
  [
    'locks that name nobody',
    lock('Nobody,Kim Ferreira', 'Dana Quist,Kim Ferreira', 'Alex Núñez,Kim Ferreira'),
    [...ARGUMENTS, '--locks', 'l.csv'],
    ['l.csv, line 2: No mentee “Nobody” is in this cycle.', 'l.csv, line 4: Kim Ferreira has no further place.'],
  ],
  [
    'a lock against a veto',
    { ...lock('Dana Quist,Kim Ferreira'), 'v.csv': 'mentee,mentor\nDana Quist,Kim Ferreira\n' },
    [...ARGUMENTS, '--locks', 'l.csv', '--vetoes', 'v.csv'],
    ['conflicting locks: Dana Quist with Kim Ferreira is excluded by a rule or a veto.'],
  ],
  [
    'a folder that is not there',
    {},
    [...ARGUMENTS.slice(0, 5), 'no/plan.csv'],
    ['no/plan.csv: cannot be written (ENOENT)'],
  ],
])('ends with code 2 on %s, a line for each fault', (_, files, args, faults) => {
  const { code, said, plan } = runWith({ ...FILES, ...files }, args);
  expect({ code, plan }).toEqual({ code: 2, plan: null });
  expect(said.slice(-faults.length)).toEqual(faults);
});
