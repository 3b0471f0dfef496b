import { afterwards } from './afterwards';
import { closingPages } from './closing-pages';
import { eventRows } from './events';
import { pairPages, pairRows } from './pairs';
import { IN_REVIEW, query } from './program';

/** Everybody of the demonstration's first program, somebody of the second alone, and nobody. */
export const PEOPLE = {
  reviewer: 'Ximena',
  chair: 'Marguerite',
  staff: 'Linus',
  stranger: 'Sunniva',
  funder: 'Ottoline',
  officer: 'Isadora',
} as const;
export type Who = keyof typeof PEOPLE;
export type Row = {
  path: string;
  allowed: readonly Who[];
  /** Where a right leads on to another page. */ leads?: number;
};

const OFFICE: readonly Who[] = ['staff'];
const DESK: readonly Who[] = ['chair', 'staff'];
const ALL: readonly Who[] = ['reviewer', 'chair', 'staff'];
export const NOBODY = '00000000-0000-7000-8000-000000000000';

/** Things of the first program, by what the addresses of its pages need. */
export async function things() {
  const code = IN_REVIEW.toUpperCase();
  const [application] = await query<{ id: string }>(
    `SELECT a.id FROM applications a JOIN cycles c ON c.id = a.cycle_id JOIN persons p ON p.id = a.person_id
     WHERE c.code = $1 AND a.state <> 'draft' AND NOT EXISTS (SELECT FROM users u WHERE u.person_id = p.id) LIMIT 1`,
    [code],
  );
  const [plan] = await query<{ code: string; number: number }>(
    `SELECT c.code, p.number FROM plans p JOIN cycles c ON c.id = p.cycle_id WHERE c.program_id =
     (SELECT program_id FROM cycles WHERE code = $1) ORDER BY p.created_at LIMIT 1`,
    [code],
  );
  const [request] = await query<{ id: string }>(
    `SELECT r.id FROM funding_requests r JOIN funding_offers o ON o.id = r.offer_id JOIN cycles c ON c.id = o.cycle_id
     WHERE c.code = $1 ORDER BY r.id LIMIT 1`,
    [code],
  );
  const [ballot] = await query<{ number: number }>(
    'SELECT b.number FROM ballots b JOIN cycles c ON c.id = b.cycle_id WHERE c.code = $1 ORDER BY b.number LIMIT 1',
    [code],
  );
  return {
    ...(await pairPages(PEOPLE.reviewer)),
    application: application?.id ?? NOBODY,
    // `cycle.spec.ts` leaves one; without it nobody gets its pages.
    ballot: ballot ? `/committee/${IN_REVIEW}/ballot/${ballot.number}` : null,
    request: request?.id ?? NOBODY,
    plan: `/committee/${plan?.code.toLowerCase()}/matching/${plan?.number}`,
  };
}

/** Every page for signed-in people, with who of them may open it. What is not for somebody looks as if it were not there. */
export async function matrix(): Promise<Record<string, Row>> {
  const { application, plan, request, ballot: found, pair, ownPair } = await things();
  const [committee, staff] = [`/committee/${IN_REVIEW}`, `/staff/${IN_REVIEW}`];
  const desk = '/staff/programs/alsc-mentoring';
  const ballot = found ?? `${committee}/ballot/1`;
  const voted = found ? ALL : [];
  return {
    '(committee)/committee': { path: '/committee?all=1', allowed: [...ALL, 'stranger', 'funder', 'officer'] },
    '(committee)/committee/[...rest]': { path: `${committee}/no/such`, allowed: [] },
    '(committee)/committee/[code]': { path: committee, allowed: ALL },
    '(committee)/committee/[code]/conflicts': { path: `${committee}/conflicts`, allowed: ALL },
    '(committee)/committee/[code]/applications': { path: `${committee}/applications`, allowed: ALL },
    '(committee)/committee/[code]/applications/together': {
      path: `${committee}/applications/together?of=all&mine=all`,
      allowed: ['chair', 'reviewer'],
    },
    '(committee)/committee/[code]/applications/together/done': {
      path: `${committee}/applications/together/done`,
      allowed: ALL,
    },
    '(committee)/committee/[code]/applications/next': {
      path: `${committee}/applications/next?mine=todo`,
      allowed: ['chair', 'reviewer'],
      leads: 307,
    },
    '(committee)/committee/[code]/applications/export/[file]': {
      path: `${committee}/applications/export/applications.csv`,
      allowed: [],
    },
    '(committee)/committee/[code]/find': { path: `${committee}/find?q=a`, allowed: ALL },
    '(committee)/committee/[code]/find/results': { path: `${committee}/find/results?q=a`, allowed: ALL },
    '(committee)/committee/[code]/print': { path: `${committee}/print?mine=all`, allowed: ALL },
    '(committee)/committee/[code]/applications/[id]': {
      path: `${committee}/applications/${application}`,
      allowed: ALL,
    },
    '(committee)/committee/[code]/applications/[id]/files/[question]': {
      path: `${committee}/applications/${application}/files/resume`,
      allowed: [],
    },
    '(committee)/committee/[code]/coverage': { path: `${committee}/coverage`, allowed: DESK },
    '(committee)/committee/[code]/coverage/assign': { path: `${committee}/coverage/assign`, allowed: DESK },
    '(committee)/committee/[code]/coverage/list': { path: `${committee}/coverage/list`, allowed: DESK },
    '(committee)/committee/[code]/strengths': { path: `${committee}/strengths`, allowed: ['chair', 'reviewer'] },
    '(committee)/committee/[code]/coverage/file': { path: `${committee}/coverage/file`, allowed: DESK },
    '(committee)/committee/[code]/rubric': { path: `${committee}/rubric`, allowed: DESK },
    '(committee)/committee/[code]/funding': { path: `${committee}/funding`, allowed: ['funder'] },
    '(committee)/committee/[code]/funding/[id]': { path: `${committee}/funding/${request}`, allowed: ['funder'] },
    '(committee)/committee/[code]/funding/release': { path: `${committee}/funding/release`, allowed: ['funder'] },
    '(committee)/committee/[code]/ballot/[number]': { path: ballot, allowed: voted },
    '(committee)/committee/[code]/ballot/[number]/consent': { path: `${ballot}/consent`, allowed: voted },
    '(committee)/committee/[code]/ballot/[number]/meeting': { path: `${ballot}/meeting`, allowed: voted },
    '(committee)/committee/[code]/ballot/[number]/meeting/live': {
      path: `${committee}/ballot/999/meeting/live`,
      allowed: [],
    },
    '(committee)/committee/[code]/ballot/[number]/minutes': { path: `${ballot}/minutes`, allowed: voted },
    '(committee)/committee/[code]/ballot/[number]/minutes/[file]': {
      path: `${ballot}/minutes/minutes.txt`,
      allowed: voted,
    },
    '(committee)/committee/[code]/matching': { path: `${committee}/matching`, allowed: ALL },
    '(committee)/committee/[code]/matching/compare': { path: `${committee}/matching/compare?p=998&p=999`, allowed: [] },
    '(committee)/committee/[code]/matching/[number]': { path: plan, allowed: ALL },
    '(committee)/committee/[code]/matching/[number]/ballot': { path: `${plan}/ballot`, allowed: ['chair'] },
    '(committee)/committee/[code]/matching/[number]/grid': { path: `${plan}/grid`, allowed: ALL },
    '(committee)/committee/[code]/matching/[number]/report': { path: `${plan}/report`, allowed: ALL },
    '(committee)/committee/[code]/matching/[number]/shadow': { path: `${plan}/shadow`, allowed: ALL },
    '(committee)/committee/[code]/matching/[number]/what-if/[id]': { path: `${plan}/what-if/${NOBODY}`, allowed: [] },
    '(committee)/committee/[code]/matching/runs/[id]/[file]': {
      path: `${committee}/matching/runs/${NOBODY}/problem.json`,
      allowed: [],
    },
    '(staff)/staff/[...rest]': { path: `${staff}/no/such`, allowed: [] },
    ...pairRows({ committee, ownPair }),
    ...(await eventRows(staff)),
    ...closingPages({ staff, pair, desk: DESK }),
    ...afterwards({ staff, desk: DESK, office: OFFICE }),
    '(staff)/staff/[code]/answers': { path: `${staff}/answers`, allowed: DESK },
    '(staff)/staff/[code]/announcement': { path: `${staff}/announcement`, allowed: DESK },
    '(staff)/staff/[code]/announcement/deliveries': { path: `${staff}/announcement/deliveries`, allowed: DESK },
    '(staff)/staff/[code]/announcement/deliveries/addresses': {
      path: `${staff}/announcement/deliveries/addresses`,
      allowed: DESK,
    },
    '(staff)/staff/[code]/announcement/deliveries/uncertain': {
      path: `${staff}/announcement/deliveries/uncertain`,
      allowed: DESK,
    },
    '(staff)/staff/[code]/announcement/letters/[personId]': {
      path: `${staff}/announcement/letters/${NOBODY}`,
      allowed: [],
    },
    '(staff)/staff/[code]/announcement/letters/[personId]/mail': {
      path: `${staff}/announcement/letters/${NOBODY}/mail`,
      allowed: [],
    },
    '(staff)/staff/[code]/announcement/mentors': { path: `${staff}/announcement/mentors`, allowed: DESK },
    '(staff)/staff/[code]/announcement/notices': { path: `${staff}/announcement/notices`, allowed: DESK },
    '(staff)/staff/[code]/announcement/notices/[id]': { path: `${staff}/announcement/notices/new`, allowed: OFFICE },
    '(staff)/staff/[code]/announcement/release': { path: `${staff}/announcement/release`, allowed: DESK },
    '(staff)/staff/[code]/announcement/templates/[kind]': {
      path: `${staff}/announcement/templates/waitlisted`,
      allowed: DESK,
    },
    '(staff)/staff/[code]/confidentiality': { path: `${staff}/confidentiality`, allowed: DESK },
    '(staff)/staff/[code]/confidentiality/certificate': { path: `${staff}/confidentiality/certificate`, allowed: DESK },
    '(staff)/staff/[code]/eligibility': { path: `${staff}/eligibility`, allowed: OFFICE },
    '(staff)/staff/[code]/eligibility/roster': { path: `${staff}/eligibility/roster`, allowed: OFFICE, leads: 307 },
    '(staff)/staff/[code]/funding': { path: `${staff}/funding`, allowed: OFFICE },
    '(staff)/staff/[code]/form': { path: `${staff}/form`, allowed: DESK },
    '(staff)/staff/[code]/form/frameworks': { path: `${staff}/form/frameworks`, allowed: OFFICE },
    '(staff)/staff/[code]/days': { path: `${staff}/days`, allowed: OFFICE },
    '(staff)/staff/programs/[slug]': { path: desk, allowed: OFFICE },
    '(staff)/staff/programs/[slug]/members': { path: `${desk}/members`, allowed: OFFICE },
    '(staff)/staff/programs/[slug]/new-cycle': {
      path: `${desk}/new-cycle?template=alsc-yearly&opens=2031-09-01`,
      allowed: OFFICE,
    },
    '(staff)/staff/programs/[slug]/words': { path: `${desk}/words`, allowed: OFFICE },
    '(staff)/staff/[code]/form/question': { path: `${staff}/form/question?name=name`, allowed: OFFICE, leads: 307 },
    '(staff)/staff/[code]/form/section': { path: `${staff}/form/section`, allowed: OFFICE, leads: 307 },
    '(staff)/staff/[code]/form/trial/[role]': { path: `${staff}/form/trial/mentor`, allowed: DESK },
    '(staff)/staff/[code]/form/trial/[role]/[step]': { path: `${staff}/form/trial/mentor/about`, allowed: DESK },
    '(staff)/staff/[code]/form/versions/[number]': { path: `${staff}/form/versions/999`, allowed: [] },
    '(staff)/staff/[code]/people': { path: `${staff}/people`, allowed: OFFICE },
    '(staff)/staff/[code]/people/twice': { path: `${staff}/people/twice`, allowed: OFFICE },
    '(staff)/staff/[code]/people/enter': { path: `${staff}/people/enter`, allowed: OFFICE },
    '(staff)/staff/[code]/people/[id]': { path: `${staff}/people/${application}`, allowed: OFFICE },
    '(staff)/staff/[code]/people/[id]/answers/[section]': {
      path: `${staff}/people/${application}/answers/about`,
      allowed: OFFICE,
    },
    '(staff)/staff/[code]/people/[id]/files/[file]': {
      path: `${staff}/people/${application}/files/${NOBODY}`,
      allowed: [],
    },
    '(staff)/staff/[code]/people/[id]/check': { path: `${staff}/people/${NOBODY}/check`, allowed: [] },
  };
}
