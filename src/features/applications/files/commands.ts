import { db, type Tx } from '@/db/client';
import { FILE_TYPES, fileTypeOf, MAX_FILE_BYTES, safeFileName } from '@/domain/file-type';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { ownedBy, type Owner } from '../queries';

export type NewFile = { name: string; bytes: Uint8Array<ArrayBuffer> };

/** How many files of one form are kept: earlier ones may stand in an application that was sent. */
const MAX_FILES = 20;

/**
 * Adds a file to a form whose row the caller has locked, so that files which come at once are counted one after the other.
 *
 * @returns the answer that names it, `<id> <name>`
 * @throws {Refusal} `file.too_large`, `file.wrong_type`, `file.too_many`
 */
export async function addFile(
  tx: Tx,
  draft: { id: string; organizationId: string },
  { name, bytes }: NewFile,
  now: Date,
): Promise<string> {
  if (bytes.length > MAX_FILE_BYTES) throw new Refusal('file.too_large');
  const type = fileTypeOf(bytes);
  if (type === null) throw new Refusal('file.wrong_type');
  if ((await tx.file.count({ where: { draftId: draft.id } })) >= MAX_FILES) throw new Refusal('file.too_many');
  const id = newId(now);
  const safe = safeFileName(name, type);
  await tx.file.create({
    data: {
      id,
      organizationId: draft.organizationId,
      draftId: draft.id,
      name: safe,
      mediaType: FILE_TYPES[type],
      content: bytes,
      createdAt: now,
    },
  });
  return `${id} ${safe}`;
}

/**
 * Keeps a file that an applicant handed in with their form.
 *
 * @throws {Refusal} as `addFile`, or `actor.forbidden` for another's form
 */
export const keepFile = async (owner: Owner, draftId: string, file: NewFile, now: Date): Promise<string> =>
  db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM drafts WHERE id = ${draftId}::uuid FOR UPDATE`;
    const draft = await tx.draft.findFirst({
      where: { id: draftId, ...ownedBy(owner) },
      select: { id: true, organizationId: true },
    });
    if (!draft) throw new Refusal('actor.forbidden');
    return addFile(tx, draft, file, now);
  });
