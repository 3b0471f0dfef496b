import { db } from '@/db/client';
import { listEvents } from '@/db/events';
import { textOf, type Answers } from '@/domain/answers';
import { FORM_ROLES } from '@/domain/mentoring';
import { sectionsFor, type Section } from '@/domain/questions';
import { getForm } from '@/features/forms/queries';
import { findCycle } from '@/features/programs/queries';
import { isId } from '@/lib/id';
import { factsSchema, progressOf, rowColumns } from '../desk/queries';
import { draftColumns, extended, toDraft, type FilledForm } from '../queries';
import { answersSchema } from '../schema';

const helpedColumns = {
  ...rowColumns,
  organizationId: true,
  cycleId: true,
  personId: true,
  draftId: true,
  answers: true,
  provenAt: true,
  withdrawReason: true,
  version: true,
  cycle: { select: { programId: true, formVersion: true, releasedAt: true } },
  draft: { select: { ...draftColumns, enteredById: true, openedToStaffAt: true } },
} as const;

/** One application as staff help with it, drafts too; null for another cycle's. Whether staff may is asked by the caller. */
export async function findHelped(cycleId: string, id: string) {
  if (!isId(id)) return null;
  const row = await db.application.findFirst({ where: { id, cycleId }, select: helpedColumns });
  if (!row) return null;
  const { draft: stored, role, state, answers: sent, ...rest } = row;
  const draft = stored && toDraft(stored);
  const { enteredById = null, openedToStaffAt = null } = stored ?? {};
  const facts = factsSchema.parse({ role, state });
  const isDraft = facts.state === 'draft';
  const answers: Answers = isDraft ? (draft?.answers ?? {}) : answersSchema.parse(sent);
  const definition = await getForm(isDraft ? rest.cycle.formVersion : rest.formVersion);
  return {
    ...rest,
    ...facts,
    draft,
    enteredById,
    openedToStaffAt,
    /** What was sent, or what is written so far. */
    answers,
    definition,
    name: rest.name || textOf(answers, 'name'),
    progress: draft && isDraft ? progressOf(definition, draft) : null,
    /** Of a form that was not sent staff read nothing, unless they wrote it down themselves or were let in. */
    mayRead: !isDraft || enteredById !== null || openedToStaffAt !== null,
  };
}
export type Helped = NonNullable<Awaited<ReturnType<typeof findHelped>>>;

/** The pages of an application that staff may fill in: all but the confidential one. */
export const helpedSections = ({ definition, state, role, draft }: Helped): readonly Section[] =>
  sectionsFor(definition, (state === 'draft' && FORM_ROLES.find((one) => one === draft?.role)) || role, false);

const ACTIONS = [
  'draft.started',
  'draft.entered',
  'draft.opened_to_staff',
  'draft.closed_to_staff',
  'draft.changed_for',
  'draft.address_changed',
  'late_link.given',
  'application.submitted',
  'application.edited',
  'application.sent_for',
  'application.changed_for',
  'application.file_handed_in',
  'application.withdrawn',
  'application.reinstated',
  'application.carry_wanted',
  'application.carry_declined',
  'application.address_moved',
] as const;

/** What a person of staff needs to help: notes, mails and history, newest first. */
export async function findHelpDetails({ id, organizationId, personId, draftId, email }: Helped) {
  const [notes, mails, history] = await Promise.all([
    db.contactNote.findMany({ where: { applicationId: id }, orderBy: [{ day: 'desc' }, { createdAt: 'desc' }] }),
    db.outboxMessage.findMany({
      // That somebody asked for a funded membership is not for staff to know.
      where: {
        organizationId,
        kind: { not: 'funding' },
        OR: [{ toAddress: email }, ...(personId ? [{ personId }] : [])],
      },
      select: { id: true, subject: true, state: true, toAddress: true, createdAt: true, settledAt: true },
      orderBy: { createdAt: 'desc' },
      take: 50,
    }),
    listEvents([id, ...(draftId ? [draftId] : [])], ACTIONS),
  ]);
  const ids = [...new Set(notes.map(({ createdById }) => createdById))];
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id: userId, name }) => [userId, name]));
  return { notes: notes.map((note) => ({ ...note, who: names.get(note.createdById) ?? '' })), mails, history };
}
export type HelpDetails = Awaited<ReturnType<typeof findHelpDetails>>;

/** Until when staff let this address apply in this role; null when nobody gave it more time. */
export async function findPermit(cycleId: string, email: string, role: string): Promise<Date | null> {
  const permit = await db.latePermit.findUnique({
    where: { cycleId_email_role: { cycleId, email, role } },
    select: { until: true },
  });
  return permit?.until ?? null;
}

/** The form of a draft as it is filled in for somebody: their own deadline counts, and their address stays unproven. */
export async function findEnteredForm(code: string, helped: Helped, now: Date): Promise<FilledForm | null> {
  const { draft, definition, cycleId, email } = helped;
  const role = FORM_ROLES.find((one) => one === draft?.role);
  if (!draft || !role) return null;
  const [cycle, permit] = await Promise.all([findCycle(code, now), findPermit(cycleId, email, role)]);
  return (
    cycle && {
      cycle: extended(cycle, permit),
      role,
      draft,
      definition,
      sections: sectionsFor(definition, role, false),
      session: { id: '', personId: null, email: null },
      now,
    }
  );
}
