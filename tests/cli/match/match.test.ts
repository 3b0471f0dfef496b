import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ARGUMENTS, FILES, pairsOf, runWith } from './match-runs';

it('writes the plan with names, ids, fit, points and reasons', () => {
  const { code, out, said, plan } = runWith(FILES, ARGUMENTS);
  expect({ code, out, said }).toEqual({
    code: 0,
    out: '',
    said: [
      'mentees.csv: name ← “name”, rating_outreach ← “rating_outreach”, want_topics ← “topics”',
      'mentors.csv: name ← “name”, rating_outreach ← “rating_outreach”, offer_topics ← “topics”',
      '2 matches, 87.5 points on average; proven best possible for these rows and weights',
    ],
  });
  expect(plan).toBe(
    [
      'mentee,mentor,mentee_id,mentor_id,fit,competencies,interests,region,meeting,setting,reasons',
      'Alex Núñez,Kim Ferreira,alex núñez,kim ferreira,100,75,25,0,0,0,More experienced than Alex in: Outreach and Advocacy. Shared topics: Writing and publishing.',
      'Dana Quist,Rex Oyelaran,dana quist,rex oyelaran,75.003,50.003,25,0,0,0,More experienced than Dana in: Outreach and Advocacy. Shared topics: Storytime and early literacy.',
      '',
    ].join('\r\n'),
  );
});

it('takes the examples of the documentation', () => {
  const example = (name: string) => readFileSync(new URL(`../../../docs/examples/${name}`, import.meta.url), 'utf8');
  const files = { 'mentors.csv': example('mentors.csv'), 'mentees.csv': example('mentees.csv') };
  const { code, said, plan } = runWith(files, ARGUMENTS);
  expect(code).toBe(0);
  expect(said.filter((line) => line.includes('refused') || line.includes('not used'))).toEqual([]);
  expect(pairsOf(plan)).toEqual([
    'Amira Haddad with Maren Lindqvist',
    'Dana Okafor with Ngozi Adeyemi',
    'Luc Tremblay with Hana Sato',
    'Priya Raman with Tomás Rivera',
    'Sol Whitefeather with Ngozi Adeyemi',
  ]);
});

it('gives the same plan whatever the order of the rows', () => {
  const backwards = (text: string) => {
    const [head = '', ...rows] = text.trim().split('\n');
    return [head, ...rows.reverse()].join('\n');
  };
  const other = { 'mentors.csv': backwards(FILES['mentors.csv']), 'mentees.csv': backwards(FILES['mentees.csv']) };
  expect(runWith(other, ARGUMENTS).plan).toBe(runWith(FILES, ARGUMENTS).plan);
});

it('writes names that a spreadsheet would run safely, and knows them again', () => {
  const files = {
    'mentors.csv': 'name,rating_outreach,places\n"=HYPERLINK(""x"")",4,2\n',
    'mentees.csv': 'name,rating_outreach\n@Dana,1\n+Alex,1\n',
  };
  const { plan } = runWith(files, ARGUMENTS);
  const [, row = ''] = plan?.split('\r\n') ?? [];
  expect(row.startsWith(`'+Alex,"'=HYPERLINK(""x"")",'+alex,"'=hyperlink(""x"")",100,`)).toBe(true);
  const again = runWith({ ...files, 'locks.csv': plan ?? '' }, [...ARGUMENTS, '--locks', 'locks.csv']);
  expect(again.plan).toBe(plan);
});

describe('with further files', () => {
  const run = (name: string, text: string) =>
    runWith({ ...FILES, [name]: text }, [...ARGUMENTS, `--${name.split('.')[0]}`, name]);

  it('keeps locks and vetoes', () => {
    const other = ['Alex Núñez with Rex Oyelaran', 'Dana Quist with Kim Ferreira'];
    expect(pairsOf(run('locks.csv', 'mentor,mentee\nKim Ferreira,dana quist\n').plan)).toEqual(other);
    expect(pairsOf(run('vetoes.csv', 'mentee;mentor\nAlex Núñez;Kim Ferreira\n').plan)).toEqual(other);
    const vetoes = 'mentee,mentor\nAlex Núñez,Kim Ferreira\nAlex Núñez,Rex Oyelaran\n';
    expect(run('vetoes.csv', vetoes).said.slice(2)).toEqual([
      '1 match, 75.0 points on average; proven best possible for these rows and weights',
      'unmatched: Alex Núñez',
    ]);
  });

  it('goes by the weights, the others staying as they are', () => {
    const { plan } = run('weights.json', '{"competencies": 0, "interests": 100}');
    expect(plan?.split('\r\n')[1]).toMatch(/^Alex Núñez,Kim Ferreira,alex núñez,kim ferreira,100,0,100,0,0,0,/);
  });

  it('keeps to an earlier plan among equals, and passes over who has gone', () => {
    const files = {
      'mentors.csv': 'name,rating_outreach\nKim,4\nRex,4\n',
      'mentees.csv': 'name,rating_outreach\nDana,1\nAlex,1\n',
    };
    for (const [first, second] of [
      ['Kim', 'Rex'],
      ['Rex', 'Kim'],
    ]) {
      const previous = `mentee,mentor\nDana,${first}\nAlex,${second}\nGone,Kim\n`;
      const { said, plan } = runWith({ ...files, 'p.csv': previous }, [...ARGUMENTS, '--previous', 'p.csv']);
      expect(pairsOf(plan)).toEqual([`Alex with ${second}`, `Dana with ${first}`]);
      expect(said).toContain('p.csv, line 4: refused: No mentee “Gone” is in this cycle.');
    }
  });

  it('takes columns as the map says', () => {
    const files = {
      ...FILES,
      'mentors.csv': 'Who,Reach,Email,E-mail\nKim Ferreira,4,k@example.test,\n',
      'map.json': '{"mentors": {"name": "Who", "rating_outreach": "reach", "email": "Email"}}',
    };
    const { said, plan } = runWith(files, [...ARGUMENTS, '--map', 'map.json']);
    expect(said.slice(1, 3)).toEqual([
      'mentors.csv: name ← “Who”, rating_outreach ← “Reach”, email ← “Email”',
      'mentors.csv: not used: “E-mail”',
    ]);
    expect(plan).toContain(',k@example.test,');
  });
});

describe('in words and for programs', () => {
  const files = {
    'mentors.csv': 'id,name,rating_outreach,employer\nM1,Kim Ferreira,4,Ely Library\nM2,Rex Oyelaran,2,\n',
    'mentees.csv':
      'id,name,rating_outreach,employer\nE1,Dana Quist,1,\nE2,Alex Núñez,1,Ely Library\nE3,Sam Lee,5,Ely Library\n',
  };

  it('explains every match and what would help the others', () => {
    const { code, out } = runWith(files, [...ARGUMENTS, '--explain']);
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'Dana Quist with Kim Ferreira: 100 points',
        '  100.000  Competencies: More experienced than Dana in: Outreach and Advocacy.',
        '',
        'Alex Núñez with Rex Oyelaran: 33.33 points',
        '   33.330  Competencies: More experienced than Alex in: Outreach and Advocacy.',
        '',
        'Sam Lee is unmatched.',
        '  mentors who could be theirs but have no place left: 1',
        '  mentors excluded: same employer 1',
        '  would help: one more place with Rex Oyelaran (0 points)',
        '',
        '',
      ].join('\n'),
    );
  });

  it('prints JSON, also without a file', () => {
    const { code, out, plan } = runWith(files, [...ARGUMENTS.slice(0, 4), '--json', '--explain']);
    expect([code, plan]).toEqual([0, null]);
    const points = { competencies: 100, interests: 0, region: 0, meeting: 0, setting: 0 };
    expect(JSON.parse(out)).toEqual({
      matches: [
        {
          mentee: 'E1',
          menteeName: 'Dana Quist',
          mentor: 'M1',
          mentorName: 'Kim Ferreira',
          fit: 100,
          points,
          reasons: ['More experienced than Dana in: Outreach and Advocacy.'],
        },
        {
          mentee: 'E2',
          menteeName: 'Alex Núñez',
          mentor: 'M2',
          mentorName: 'Rex Oyelaran',
          fit: 33.33,
          points: { ...points, competencies: 33.33 },
          reasons: ['More experienced than Alex in: Outreach and Advocacy.'],
        },
      ],
      unmatched: [{ mentee: 'E3', menteeName: 'Sam Lee' }],
      explained: [
        {
          menteeId: 'E3',
          open: 1,
          rules: [{ label: 'Same employer', mentors: 1 }],
          changes: [{ kind: 'place', mentorId: 'M2', fit: 0 }],
        },
      ],
      matched: 2,
      total: 133.33,
    });
  });
});
