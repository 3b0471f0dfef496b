import { db } from '@/db/client';
import { identityInWords } from '@/domain/forms/identity';
import { MENTORING_2026 } from '@/domain/forms/mentoring-2026';
import type { IdentityAnswers } from '@/domain/matching/identity';
import { FORM_ROLES } from '@/domain/mentoring';
import { answerInWords, sectionsFor } from '@/domain/questions';
import { ownedBy, type Owner } from '../queries';
import { answersSchema } from '../schema';

type Proven = Owner & { personId: string; email: string };

/** For the mail with the code: the organization, and the newest cycle's name and contact. Null when there is nothing to copy. */
export const findCopyGround = (owner: Proven) =>
  db.draft.findFirst({
    where: ownedBy(owner),
    select: {
      organizationId: true,
      cycle: {
        select: {
          name: true,
          program: { select: { name: true, contactName: true, contactEmail: true, contactPhone: true } },
        },
      },
    },
    orderBy: { startedAt: 'desc' },
  });

/** Whom to ask, for the foot of the pages about copies. */
export async function findCopyContact(owner: Proven) {
  const program = (await findCopyGround(owner))?.cycle.program;
  return program && { name: program.contactName, email: program.contactEmail, phone: program.contactPhone };
}

/** A copy that this person asked for, whatever its state. */
export const findCopy = (owner: Proven, id: string) =>
  db.sealedCopy.findFirst({
    where: { id, kind: 'export', personId: owner.personId },
    select: { id: true, state: true, expiresAt: true },
  });

const draftColumns = {
  id: true,
  role: true,
  answers: true,
  startedAt: true,
  submittedAt: true,
  cycle: { select: { name: true, timeZone: true, hasIdentity: true, program: { select: { name: true } } } },
  applications: {
    select: { id: true, role: true, reference: true, withdrawnAt: true, withdrawReason: true },
    orderBy: { role: 'desc' },
  },
} as const;

type Opened = Readonly<Record<string, IdentityAnswers & { countInTotals?: boolean | undefined }>>;

function confidentialLines(opened: Opened, applicationIds: readonly string[]) {
  const given = applicationIds.map((id) => opened[id]).find((one) => one !== undefined);
  if (!given) return [];
  const counted = given.countInTotals ? 'Yes' : 'No';
  return [...identityInWords(given), { label: 'Count me in totals that cannot identify me', words: counted }];
}

/** Everything this person ever gave, form by form, with the questions as they were asked; decisions are not theirs, and not in it. */
export async function listOwnForms(owner: Proven, opened: Opened) {
  const drafts = await db.draft.findMany({
    where: ownedBy(owner),
    select: draftColumns,
    orderBy: { startedAt: 'desc' },
  });
  return drafts.map(({ answers: stored, cycle, applications, ...draft }) => {
    const role = FORM_ROLES.find((one) => one === draft.role) ?? 'mentee';
    const answers = answersSchema.parse(stored);
    const sections = sectionsFor(MENTORING_2026, role, cycle.hasIdentity).filter(({ identity }) => !identity);
    return {
      id: draft.id,
      program: cycle.program.name,
      cycle: cycle.name,
      timeZone: cycle.timeZone,
      role,
      startedAt: draft.startedAt,
      submittedAt: draft.submittedAt,
      applications: applications.map(({ role: as, reference, withdrawnAt, withdrawReason }) => ({
        role: as,
        reference,
        withdrawnAt,
        withdrawReason,
      })),
      sections: sections.map(({ title, questions }) => ({
        title,
        answers: questions.map((question) => ({
          field: question.name,
          label: question.label,
          words: answerInWords(question, answers),
        })),
      })),
      confidential: confidentialLines(
        opened,
        applications.map(({ id }) => id),
      ),
    };
  });
}
export type OwnForm = Awaited<ReturnType<typeof listOwnForms>>[number];
