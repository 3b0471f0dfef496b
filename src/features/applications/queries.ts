import { participantSession, type Session } from '@/auth/sessions';
import { db, type Prisma } from '@/db/client';
import { MENTORING_2026 } from '@/domain/forms/mentoring-2026';
import { FORM_ROLES } from '@/domain/mentoring';
import { sectionsFor } from '@/domain/questions';
import { findCycle } from '@/features/programs/queries';
import { answersSchema } from './schema';

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

/** What a form's address leads to for this browser; null when there is no such form. */
export async function findForm(request: Request, { cycle: code, role: typed }: FormAddress, now: Date) {
  const role = FORM_ROLES.find((one) => one === typed);
  const cycle = role ? await findCycle(code, now) : null;
  if (!role || !cycle) return null;
  const session = await participantSession(request, now);
  const draft = session && (await findDraft(session, cycle.id, role));
  return { cycle, role, session, draft, sections: sectionsFor(MENTORING_2026, role, cycle.hasIdentity), now };
}
export type Form = NonNullable<Awaited<ReturnType<typeof findForm>>>;
/** A form that this browser has a draft of. */
export type OpenForm = Form & { session: Session; draft: DraftView };

export const isStarted = (form: Form): form is OpenForm => form.session !== null && form.draft !== null;

/** Whether the browser has proven that the draft's address is its own. */
export const isProven = ({ session, draft }: OpenForm): boolean =>
  session.personId !== null && session.email === draft.email;

/** Where a draft's form is. */
export const findDraftAddress = (id: string) =>
  db.draft.findUnique({ where: { id }, select: { role: true, sentRevision: true, cycle: { select: { code: true } } } });
