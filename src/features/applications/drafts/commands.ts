import { db, type Tx } from '@/db/client';
import type { Answers } from '@/domain/answers';
import { pick, type Section } from '@/domain/questions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { language } from '@/lib/language';
import { draftColumns, ownedBy, toDraft, type DraftView, type Owner } from '../queries';
import { sameAnswers } from '../schema';
import { markOf } from './schema';

type Saving = {
  draftId: string;
  section: Section;
  /** As typed, valid or not. */
  answers: Answers;
  /** Whether this page counts as filled in. */
  valid: boolean;
  /** What the page was drawn with: the draft's revision and the mark of this section's answers. */
  revision: number;
  mark: string;
  /** Which page it is, by the number it was drawn with; '' for clients that do not say. */
  tab: string;
};
export type Saved = { result: 'saved'; draft: DraftView } | { result: 'conflict'; draft: DraftView };

/** Locks a draft that the owner may open. @throws {Refusal} `actor.forbidden` */
export async function lockDraft(tx: Tx, draftId: string, owner: Owner): Promise<DraftView> {
  await tx.$queryRaw`SELECT id FROM drafts WHERE id = ${draftId}::uuid FOR UPDATE`;
  const row = await tx.draft.findFirst({ where: { id: draftId, ...ownedBy(owner) }, select: draftColumns });
  if (!row) throw new Refusal('actor.forbidden');
  return toDraft(row);
}

const savedLast = async (tx: Tx, draftId: string, tab: string): Promise<boolean> =>
  tab !== '' && (await tx.draft.count({ where: { id: draftId, savedIn: tab } })) > 0;

/**
 * Keeps one page of a form. An older tab that would overwrite other answers of this page changes nothing: `conflict`, with
 * the draft as it stands, so that both versions can be shown. The page that saved last is no older tab, even when the
 * answer to its save was lost on the way and it does not know of it.
 */
export async function saveSection(
  owner: Owner,
  { draftId, section, answers, valid, revision, mark, tab }: Saving,
  now: Date,
): Promise<Saved> {
  return db.$transaction(async (tx) => {
    const draft = await lockDraft(tx, draftId, owner);
    const stored = pick(draft.answers, section.questions);
    const unchanged = sameAnswers(stored, answers);
    const older = draft.revision !== revision && markOf(stored) !== mark;
    if (!unchanged && older && !(await savedLast(tx, draftId, tab))) return { result: 'conflict', draft };
    const savedSections =
      valid && !draft.savedSections.includes(section.key) ? [...draft.savedSections, section.key] : draft.savedSections;
    if (unchanged && savedSections === draft.savedSections) return { result: 'saved', draft };
    const others = Object.entries(draft.answers).filter(
      ([name]) => !section.questions.some((question) => question.name === name),
    );
    const updated = await tx.draft.update({
      where: { id: draftId },
      data: {
        savedSections,
        updatedAt: now,
        language: language(),
        ...(unchanged
          ? {}
          : {
              answers: toJson({ ...Object.fromEntries(others), ...answers }),
              revision: { increment: 1 },
              savedIn: tab,
            }),
        // A form that was sent and is changed is sent again under a new key.
        ...(!unchanged && draft.sentRevision === draft.revision ? { submissionKey: newId(now) } : {}),
      },
      select: draftColumns,
    });
    return { result: 'saved', draft: toDraft(updated) };
  });
}

export const toJson = (answers: Answers): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );

/** Forms of one address of a person go over to the one they are written to. */
export async function moveDrafts(tx: Tx, organizationId: string, { from, to }: { from: string; to: string }) {
  await tx.draft.updateMany({ where: { organizationId, email: from }, data: { email: to } });
  await tx.application.updateMany({ where: { organizationId, email: from, personId: null }, data: { email: to } });
}
