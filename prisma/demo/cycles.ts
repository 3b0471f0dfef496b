import { DEFAULT_LETTERS, LETTER_KINDS } from '../../src/domain/letters/defaults';
import { DEFAULT_WEIGHTS } from '../../src/domain/matching/factors';
import { DEFAULT_RULES } from '../../src/domain/matching/rules';
import type { FormRole, Role } from '../../src/domain/mentoring';
import { newId } from '../../src/lib/id';
import { sealAnswers } from '../../src/vault/seal';
import { makeCycleKey, type KeyRing } from '../../src/vault/keys';
import type { Tx } from '../../src/db/client';
import type { InventedPerson } from './people';
import { datesFrom } from './programs';

export type Ground = { tx: Tx; start: Date; organizationId: string; ring: KeyRing };
export type DemoCycle = { id: string; code: string; publicKey: Uint8Array; keyId: string };

type NewCycle = {
  programId: string;
  code: string;
  name: string;
  dates: Parameters<typeof datesFrom>[1];
  confirmation?: string;
  releasedAt?: Date;
  reviewStyle?: 'light' | 'rubric';
};

/** A cycle with its key, its letters and the default weights. */
export async function createCycle(
  ground: Ground,
  { dates, confirmation = 'none', releasedAt, reviewStyle = 'rubric', ...names }: NewCycle,
): Promise<DemoCycle> {
  const { tx, start, organizationId, ring } = ground;
  const id = newId(start);
  const keyId = `${names.code}-1`;
  const publicKey = makeCycleKey(ring, keyId);
  await tx.cycle.create({
    data: {
      id,
      organizationId,
      ...names,
      ...datesFrom(start, dates),
      confirmation,
      formVersion: 'mentoring-2026',
      weights: DEFAULT_WEIGHTS,
      rules: { off: [...DEFAULT_RULES.off], minimumScore: DEFAULT_RULES.minimumScore },
      publicKey,
      keyId,
      releasedAt: releasedAt ?? null,
      reviewStyle,
    },
  });
  await tx.mailTemplate.createMany({
    data: LETTER_KINDS.map((kind) => ({
      id: newId(start),
      organizationId,
      cycleId: id,
      kind,
      language: 'en',
      ...DEFAULT_LETTERS[kind],
      updatedAt: start,
    })),
  });
  return { id, code: names.code, publicKey, keyId };
}

export type Applied = { applicationId: string; personId: string; role: Role; person: InventedPerson };
type Application = { person: InventedPerson; role: FormRole; state: string; submittedAt: Date; personId?: string };

const LETTERS = { mentor: 'M', mentee: 'E' } as const;

/** One person's application, or two for both roles, with its draft, sealed answers and history. */
export async function createApplication(
  ground: Ground,
  cycle: DemoCycle,
  { person, role, state, submittedAt, personId: known }: Application,
): Promise<Applied[]> {
  const { tx, organizationId } = ground;
  const personId = known ?? newId(submittedAt);
  const shared = { organizationId, cycleId: cycle.id, email: person.email };
  if (!known)
    await tx.person.create({
      data: {
        id: personId,
        organizationId,
        email: person.email,
        name: person.name,
        emailProvenAt: submittedAt,
        createdAt: submittedAt,
      },
    });
  const draft = await tx.draft.create({
    data: {
      ...shared,
      id: newId(submittedAt),
      role,
      answers: { ...person.answers },
      savedSections: ['eligibility', 'about', 'work', 'skills', 'offer', 'goals', 'meeting', 'identity', 'more'],
      submissionKey: newId(submittedAt),
      startedAt: submittedAt,
      updatedAt: submittedAt,
      submittedAt,
      sentRevision: 1,
    },
  });
  const applied: Applied[] = [];
  for (const one of role === 'both' ? (['mentor', 'mentee'] as const) : [role]) {
    const id = newId(submittedAt);
    const [{ reference } = { reference: '' }] = await tx.$queryRaw<
      { reference: string }[]
    >`SELECT app.next_reference(${cycle.id}::uuid, ${LETTERS[one]}) AS reference`;
    await tx.application.create({
      data: {
        ...shared,
        id,
        draftId: draft.id,
        personId,
        role: one,
        state,
        reference,
        name: person.name,
        provenAt: submittedAt,
        answers: { ...person.answers },
        formVersion: 'mentoring-2026',
        places: one === 'mentor' ? person.places : 0,
        submittedAt,
      },
    });
    await sealAnswers(
      tx,
      { applicationId: id, organizationId, cycleId: cycle.id, publicKey: cycle.publicKey, keyId: cycle.keyId },
      person.identity,
    );
    await tx.event.create({
      data: {
        id: newId(submittedAt),
        organizationId,
        cycleId: cycle.id,
        subjectType: 'application',
        subjectId: id,
        action: 'application.submitted',
        actor: `person:${personId}`,
        detail: {},
        at: submittedAt,
      },
    });
    applied.push({ applicationId: id, personId, role: one, person });
  }
  return applied;
}
