import { signedColumns } from '@/mail/compose';
import { answerInLanguage } from '@/lib/words/answers';
import { sectionsInWords } from '@/lib/words/form';
import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { db } from '@/db/client';
import type { Answers } from '@/domain/answers';
import { identityInWords } from '@/domain/forms/identity';
import type { IdentityAnswers } from '@/domain/matching/identity';
import { FORM_ROLES } from '@/domain/mentoring';
import { isAnswered, sectionsFor, type Section } from '@/domain/questions';
import { getForm } from '@/features/forms/queries';
import { ownedBy, type Owner } from '../queries';
import { answersSchema } from '../schema';

type Proven = Owner & { personId: string; email: string };

/** For the mail with the code: the organization, and the newest cycle's name and contact. Null when there is nothing to copy. */
export const findCopyGround = (owner: Proven) =>
  db.draft.findFirst({
    where: ownedBy(owner),
    select: {
      organizationId: true,
      language: true,
      cycle: {
        select: {
          name: true,
          program: { select: signedColumns },
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
  cycle: {
    select: { name: true, timeZone: true, hasIdentity: true, formVersion: true, program: { select: { name: true } } },
  },
  applications: {
    select: { id: true, role: true, reference: true, withdrawnAt: true, withdrawReason: true, formVersion: true },
    orderBy: { role: 'desc' },
  },
} as const;

type Opened = Readonly<Record<string, IdentityAnswers & { countInTotals?: boolean | undefined }>>;

function confidentialLines(opened: Opened, applicationIds: readonly string[]) {
  const given = applicationIds.map((id) => opened[id]).find((one) => one !== undefined);
  if (!given) return [];
  const counted = worded(given.countInTotals ? 'Yes' : 'No');
  return [...identityInWords(given, worded), { label: say('copies.countMe'), words: counted }];
}

const inWords = (section: Section, answers: Answers) => ({
  title: section.title,
  answers: section.questions.filter(isAnswered).map((question) => ({
    field: question.name,
    label: question.label,
    words: answerInLanguage(question, answers),
  })),
});

/** Answers to questions that this version of the form no longer asks: kept, so they are told too. */
function left(sections: readonly Section[], answers: Answers) {
  const asked = new Set(sections.flatMap(({ questions }) => questions.map(({ name }) => name)));
  const others = Object.entries(answers).filter(([name]) => !asked.has(name));
  if (others.length === 0) return [];
  const told = others.map(([field, value]) => ({ field, label: field, words: [value].flat().join('\n') }));
  return [{ title: say('copies.noLongerAsked'), answers: told }];
}

/** Everything this person ever gave, form by form, with the questions as they were asked; decisions are not theirs, and not in it. */
export async function listOwnForms(owner: Proven, opened: Opened) {
  const drafts = await db.draft.findMany({
    where: ownedBy(owner),
    select: draftColumns,
    orderBy: { startedAt: 'desc' },
  });
  const forms = drafts.map(async ({ answers: stored, cycle, applications, ...draft }) => {
    const role = FORM_ROLES.find((one) => one === draft.role) ?? 'mentee';
    const answers = answersSchema.parse(stored);
    const form = await getForm(applications[0]?.formVersion ?? cycle.formVersion);
    const sections = sectionsInWords(sectionsFor(form, role, cycle.hasIdentity)).filter(({ identity }) => !identity);
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
      sections: [...sections.map((section) => inWords(section, answers)), ...left(sections, answers)],
      confidential: confidentialLines(
        opened,
        applications.map(({ id }) => id),
      ),
    };
  });
  return Promise.all(forms);
}
export type OwnForm = Awaited<ReturnType<typeof listOwnForms>>[number];
