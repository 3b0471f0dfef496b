import { type CodeDice } from '@/auth/codes';
import { createSession, IDLE_MINUTES } from '@/auth/sessions';
import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor } from '@/domain/actor';
import { isOpenFor } from '@/domain/cycle';
import type { Language } from '@/domain/language';
import type { IdentityAnswers } from '@/domain/matching/identity';
import { rolesOf, type FormRole, type Role } from '@/domain/mentoring';
import { Refusal } from '@/domain/refusal';
import type { CycleView } from '@/features/programs/queries';
import { newId } from '@/lib/id';
import { language } from '@/lib/language';
import { NO_ANSWERS, sealAnswers } from '@/vault/seal';
import { sendResumeLink } from './resume/commands';
import { draftColumns, ownedBy, type Owner } from './queries';
import { signatureOf } from '@/mail/compose';

/** Who acts in a form: the person, once the address is proven; until then a visitor. */
export const actorOf = (owner: Owner): Actor =>
  owner.personId ? { kind: 'participant', personId: owner.personId } : { kind: 'visitor' };

/** How mails name a cycle: "ALSC Mentoring, Fall 2026". */
export const fullName = ({ name, program }: { name: string; program: { name: string } }): string =>
  `${program.name}, ${name}`;

type Start = {
  cycle: CycleView;
  role: FormRole;
  email: string;
  session: Owner | null;
  /** False past the day's limit for an unproven address. */ mail: boolean;
};

type NewDraft = Pick<Start, 'cycle' | 'role' | 'email'> & {
  sessionId: string | null;
  actor: Actor;
  language: Language;
};

async function addApplication(
  tx: Tx,
  { cycle, email, language }: NewDraft,
  draftId: string,
  role: Role,
  now: Date,
): Promise<void> {
  const id = newId(now);
  const { organizationId, id: cycleId, publicKey, keyId } = cycle;
  await tx.application.create({
    data: { id, organizationId, cycleId, draftId, role, email, formVersion: cycle.formVersion, language },
  });
  await sealAnswers(tx, { applicationId: id, organizationId, cycleId, publicKey, keyId }, NO_ANSWERS);
}

/** A draft with one application per role, each with an empty sealed record. @returns its id */
export async function makeDraft(tx: Tx, draft: NewDraft, now: Date): Promise<string> {
  const { cycle, role, email, sessionId, actor, language } = draft;
  const { organizationId } = cycle;
  const id = newId(now);
  await tx.draft.create({
    data: {
      id,
      organizationId,
      cycleId: cycle.id,
      role,
      email,
      sessionId,
      language,
      submissionKey: newId(now),
      startedAt: now,
      updatedAt: now,
    },
  });
  for (const one of rolesOf(role)) await addApplication(tx, draft, id, one, now);
  await recordEvent(tx, {
    actor,
    organizationId,
    cycleId: cycle.id,
    subjectType: 'draft',
    subjectId: id,
    action: 'draft.started',
    at: now,
  });
  return id;
}

/**
 * Starts a form: a draft, one application per role with an empty sealed record each, a session for this browser, and the mail
 * with the way back. Known and unknown addresses are treated alike.
 *
 * @returns the token for the session's cookie, or null when the browser keeps its session
 * @throws {Refusal} `cycle.not_open`
 */
export async function startDraft(start: Start, secrets: CodeDice, now: Date): Promise<string | null> {
  const { cycle, role, email, session, mail } = start;
  if (!isOpenFor(cycle, role, now)) throw new Refusal('cycle.not_open');
  return db.$transaction(async (tx) => {
    const opened = session
      ? null
      : await createSession(tx, { kind: 'participant', email, idleMinutes: IDLE_MINUTES.participant }, now);
    const actor: Actor = session ? actorOf(session) : { kind: 'visitor' };
    const sessionId = session?.id ?? opened?.id ?? null;
    const draftId = await makeDraft(tx, { cycle, role, email, sessionId, actor, language: language() }, now);
    const way = {
      organizationId: cycle.organizationId,
      email,
      draftId,
      cycleName: fullName(cycle),
      signature: signatureOf(cycle),
      started: true,
      language: language(),
    };
    if (mail) await sendResumeLink(tx, way, secrets, now);
    return opened?.token ?? null;
  });
}

type Sealing = {
  cycle: CycleView;
  draftId: string;
  owner: Owner;
  /** Null leaves what is sealed as it is. */ answers: IdentityAnswers | null;
};

/** Seals the identity answers for every application of a draft. What they are, and whether there are any, is written nowhere else. */
export async function sealIdentity({ cycle, draftId, owner, answers }: Sealing, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const draft = await tx.draft.findFirst({
      where: { id: draftId, cycleId: cycle.id, ...ownedBy(owner) },
      select: draftColumns,
    });
    if (!draft) throw new Refusal('actor.forbidden');
    const { organizationId, publicKey, keyId } = cycle;
    for (const { id } of draft.applications) {
      if (answers)
        await sealAnswers(tx, { applicationId: id, organizationId, cycleId: cycle.id, publicKey, keyId }, answers);
    }
    if (!draft.savedSections.includes('identity')) {
      await tx.draft.update({
        where: { id: draftId },
        data: { savedSections: [...draft.savedSections, 'identity'], updatedAt: now },
      });
    }
  });
}

/** Sealing this removes what was given. */
export const NO_IDENTITY: IdentityAnswers = NO_ANSWERS;
