import { db } from '@/db/client';
import { APPLICATION_STATES, OUTCOMES } from '@/domain/application';
import { maySay } from '@/domain/carry';
import { seenByOthers } from '@/domain/forms/seen';
import { ROLES } from '@/domain/mentoring';
import { questionsOf } from '@/domain/questions';
import { getForm } from '@/features/forms/queries';
import { findCycle, type CycleView } from '@/features/programs/queries';
import { findCertificate, listReadings } from '../confidential/queries';
import { openQuestions } from '../answering/queries';
import { draftColumns, ownedBy, toDraft, type DraftView, type Owner } from '../queries';
import { answersSchema } from '../schema';
import { answerInLanguage } from '@/lib/words/answers';
import { questionInWords } from '@/lib/words/form';

const APPLICATION_COLUMNS = {
  id: true,
  role: true,
  state: true,
  reference: true,
  submittedAt: true,
  withdrawnAt: true,
  personId: true,
  carryWish: { select: { wanted: true, begunAt: true } },
} as const;

const statusColumns = {
  ...draftColumns,
  startedAt: true,
  cycle: { select: { code: true } },
  applications: { select: APPLICATION_COLUMNS, orderBy: { role: 'desc' } },
} as const;

/** Outcomes that a release has made known; of a stopped or held one nothing is told. */
export async function releasedOutcomes(applicationIds: string[], now: Date) {
  const rows = await db.outcome.findMany({
    where: {
      applicationId: { in: applicationIds },
      release: { state: { in: ['sending', 'done'] }, cycle: { releasedAt: { lte: now } } },
    },
    select: { applicationId: true, outcome: true, releaseId: true },
    // What was told last counts.
    orderBy: { release: { requestedAt: 'asc' } },
  });
  return new Map(rows.map((row) => [row.applicationId, row]));
}

const oneOf = <T extends string>(values: readonly T[], value: string | undefined): T | null =>
  values.find((one) => one === value) ?? null;

/** Applications of a proven person that came without a form of ours, such as imported ones. */
const withoutDraft = (personId: string) =>
  db.application.findMany({
    where: { personId, draftId: null, state: { not: 'draft' } },
    select: { ...APPLICATION_COLUMNS, cycle: { select: { code: true } } },
    orderBy: { submittedAt: 'desc' },
  });

type Applied = {
  id: string;
  role: string;
  state: string;
  reference: string | null;
  submittedAt: Date | null;
  carryWish: { wanted: boolean; begunAt: Date | null } | null;
};

async function shownApplications(rows: readonly Applied[], cycle: CycleView, now: Date) {
  const questions = await openQuestions(rows.map(({ id }) => id));
  const outcomes = await releasedOutcomes(
    rows.map(({ id }) => id),
    now,
  );
  return rows.map(({ id, role, state, reference, submittedAt, carryWish }) => ({
    id,
    reference,
    submittedAt,
    role: role === 'mentor' ? ('mentor' as const) : ('mentee' as const),
    state: oneOf(APPLICATION_STATES, state) ?? ('submitted' as const),
    outcome: oneOf(OUTCOMES, outcomes.get(id)?.outcome),
    releaseId: outcomes.get(id)?.releaseId ?? null,
    questionId: questions.get(id) ?? null,
    carry: {
      asked: state !== 'withdrawn' && maySay(outcomes.get(id)?.outcome ?? null, cycle, now),
      wish: carryWish,
    },
  }));
}

type Shown = { cycle: CycleView; draft: DraftView | null; rows: readonly Applied[]; since: Date };

async function shownEntry({ cycle, draft, rows, since }: Shown, now: Date) {
  const ids = rows.map(({ id }) => id);
  return {
    cycle,
    draft,
    applications: await shownApplications(rows, cycle, now),
    readings: cycle.hasIdentity ? await listReadings(cycle.id, ids, since) : [],
    certificate: cycle.hasIdentity ? await findCertificate(cycle.id) : null,
  };
}

/** Everything this browser may know of its applications, newest first. Decisions that are not released are not in it. */
export async function listStatus(owner: Owner, now: Date) {
  const drafts = await db.draft.findMany({
    where: ownedBy(owner),
    select: statusColumns,
    orderBy: { startedAt: 'desc' },
  });
  const loose = owner.personId ? await withoutDraft(owner.personId) : [];
  const entries = [
    ...drafts.map(({ cycle, applications, startedAt, ...draft }) => ({
      code: cycle.code,
      since: startedAt,
      draft: toDraft({ ...draft, applications }),
      rows: applications,
    })),
    ...loose.map(({ cycle, ...application }) => ({
      code: cycle.code,
      since: now,
      draft: null,
      rows: [application],
    })),
  ];
  const codes = [...new Set(entries.map(({ code }) => code))];
  const cycles = new Map(await Promise.all(codes.map(async (code) => [code, await findCycle(code, now)] as const)));
  return Promise.all(
    entries.flatMap(({ code, draft, rows, since }) => {
      const cycle = cycles.get(code);
      return cycle ? [shownEntry({ cycle, draft, rows, since }, now)] : [];
    }),
  );
}
export type StatusEntry = Awaited<ReturnType<typeof listStatus>>[number];

/** An application this browser may withdraw; null when there is none of that id. */
export async function findOwnApplication(owner: Owner, id: string) {
  const row = await db.application.findFirst({
    where: { id, OR: [{ draft: ownedBy(owner) }, ...(owner.personId ? [{ personId: owner.personId }] : [])] },
    select: {
      ...APPLICATION_COLUMNS,
      organizationId: true,
      email: true,
      language: true,
      version: true,
      cycle: { select: { id: true, code: true, name: true } },
    },
  });
  return row && { ...row, state: oneOf(APPLICATION_STATES, row.state) ?? ('submitted' as const) };
}
export type OwnApplication = NonNullable<Awaited<ReturnType<typeof findOwnApplication>>>;

/** What others read of an application of this browser that was sent, in the wording of its form; null when there is none. */
export async function findSeen(owner: Owner, id: string) {
  const row = await db.application.findFirst({
    where: {
      id,
      reference: { not: null },
      OR: [{ draft: ownedBy(owner) }, ...(owner.personId ? [{ personId: owner.personId }] : [])],
    },
    select: {
      reference: true,
      role: true,
      email: true,
      answers: true,
      formVersion: true,
      cycle: { select: { hasIdentity: true } },
    },
  });
  const role = oneOf(ROLES, row?.role);
  if (!row?.reference || !role) return null;
  const questions = questionsOf(await getForm(row.formVersion), role).map(questionInWords);
  const seen = seenByOthers(questions, answersSchema.parse(row.answers), row.email, answerInLanguage);
  return { reference: row.reference, seen, hasIdentity: row.cycle.hasIdentity };
}

/** The letter of a release to a proven person, once it is released. */
export const findLetter = (personId: string, releaseId: string, now: Date) =>
  db.letter.findFirst({
    where: {
      personId,
      releaseId,
      release: { state: { in: ['sending', 'done'] }, cycle: { releasedAt: { lte: now } } },
    },
    select: {
      subject: true,
      markdown: true,
      language: true,
      release: { select: { cycle: { select: { code: true } } } },
    },
  });
