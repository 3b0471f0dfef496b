import { z } from 'zod';
import { awake, participantHash, sessionRow, type Session } from '@/auth/sessions';
import { callFunction, db, type Prisma } from '@/db/client';
import { FORM_ROLES } from '@/domain/mentoring';
import { sectionsFor } from '@/domain/questions';
import { getForm } from '@/features/forms/queries';
import { CONFIRMED, presentedCycle } from '@/features/programs/queries';
import { cycleRow, programRow } from '@/features/programs/schema';
import { isCode } from '@/lib/id';
import { jsonDate } from '@/lib/json-rows';
import { assertOffered } from '@/lib/language';
import { sectionsInWords } from '@/lib/words/form';
import { answersSchema, draftRow } from './schema';

/** Whose drafts a browser may open: those it started, and, once its address is proven, all of that address. */
export type Owner = Pick<Session, 'id' | 'personId' | 'email'>;

export const ownedBy = ({ id, personId, email }: Owner): Prisma.DraftWhereInput => ({
  OR: [{ sessionId: id }, ...(personId && email ? [{ email }] : [])],
});

export const draftColumns = {
  id: true,
  organizationId: true,
  cycleId: true,
  role: true,
  email: true,
  answers: true,
  savedSections: true,
  revision: true,
  submissionKey: true,
  updatedAt: true,
  submittedAt: true,
  sentRevision: true,
  duplicateAt: true,
  language: true,
  applications: { select: { id: true, role: true, state: true, reference: true }, orderBy: { role: 'desc' } },
} as const;

type DraftRow = Prisma.DraftGetPayload<{ select: typeof draftColumns }>;
export const toDraft = (row: DraftRow) => ({ ...row, answers: answersSchema.parse(row.answers) });
export type DraftView = ReturnType<typeof toDraft>;

/** The newest form of this owner for a cycle and role; one that is wholly withdrawn makes room for another. */
export async function findDraft(owner: Owner, cycleId: string, role: string): Promise<DraftView | null> {
  const row = await db.draft.findFirst({
    where: { cycleId, role, ...ownedBy(owner), applications: { some: { state: { not: 'withdrawn' } } } },
    select: draftColumns,
    orderBy: [{ submittedAt: { sort: 'desc', nulls: 'last' } }, { startedAt: 'desc' }],
  });
  return row && toDraft(row);
}

export const isProvenAddress = async (email: string): Promise<boolean> =>
  (await db.person.count({ where: { email, emailProvenAt: { not: null } } })) > 0;

export type FormAddress = { cycle: string; role: string };

const formRow = z
  .object({
    cycle: cycleRow,
    program: programRow,
    confirmed: z.boolean(),
    session: sessionRow.nullable(),
    draft: draftRow.nullable(),
    late: jsonDate.nullable(),
    now: jsonDate,
  })
  .nullable();

/** The cycle as somebody sees it who was given more time. */
export function extended<C extends { closesAt: Date; mentorsCloseAt: Date | null }>(cycle: C, late: Date | null): C {
  if (late === null) return cycle;
  const later = (at: Date) => (at < late ? late : at);
  return {
    ...cycle,
    closesAt: later(cycle.closesAt),
    mentorsCloseAt: cycle.mentorsCloseAt && later(cycle.mentorsCloseAt),
  };
}

/** With the moment by the clock that decides deadlines: a web process whose own clock is wrong opens and closes nothing. */
const OPEN_FORM = "SELECT app.open_form($1, $2, $3, $4) || jsonb_build_object('now', app.now()) AS result";

/**
 * What a form's address leads to for this browser, and the moment by the database's clock; null when there is no such form.
 * One round trip to the database.
 *
 * @throws {NotOffered} when its program is not offered in the language at hand
 */
export async function findForm(request: Request, { cycle: code, role: typed }: FormAddress) {
  const role = FORM_ROLES.find((one) => one === typed);
  if (!role || !isCode(code)) return null;
  const values = [code.toUpperCase(), role, participantHash(request), CONFIRMED];
  const form = formRow.parse(await callFunction(OPEN_FORM, values));
  if (!form) return null;
  assertOffered(form.program.languages);
  const { now } = form;
  const session = await awake(form.session, 'participant', now);
  const cycle = presentedCycle(extended(form.cycle, form.late), form.program, form.confirmed, now);
  const definition = await getForm(cycle.formVersion);
  const sections = sectionsInWords(sectionsFor(definition, role, cycle.hasIdentity));
  return { cycle, role, session, draft: session && form.draft, definition, sections, now };
}
export type Form = NonNullable<Awaited<ReturnType<typeof findForm>>>;
/** A form that this browser has a draft of. */
export type OpenForm = Form & { session: Session; draft: DraftView };

/** A form with its draft, whoever fills it in. */
export type FilledForm = Omit<OpenForm, 'session'> & { session: Owner };

export const isStarted = (form: Form): form is OpenForm => form.session !== null && form.draft !== null;

/** Whether the browser has proven that the draft's address is its own. */
export const isProven = ({ session, draft }: FilledForm): boolean =>
  session.personId !== null && session.email === draft.email;

/** Where a draft's form is. */
export const findDraftAddress = (id: string) =>
  db.draft.findUnique({ where: { id }, select: { role: true, sentRevision: true, cycle: { select: { code: true } } } });
