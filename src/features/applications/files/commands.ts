import { db } from '@/db/client';
import { FILE_TYPES, fileTypeOf, MAX_FILE_BYTES, safeFileName } from '@/domain/file-type';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { ownedBy, type Owner } from '../queries';

type NewFile = { draftId: string; name: string; bytes: Uint8Array<ArrayBuffer> };

/** How many files of one form are kept: earlier ones may stand in an application that was sent. */
const MAX_FILES = 20;

/**
 * Keeps a file that was handed in with a form.
 *
 * @returns the answer that names it
 * @throws {Refusal} `file.too_large`, `file.wrong_type`, `file.too_many`, or `actor.forbidden` for another's form
 */
export async function keepFile(owner: Owner, { draftId, name, bytes }: NewFile, now: Date): Promise<string> {
  if (bytes.length > MAX_FILE_BYTES) throw new Refusal('file.too_large');
  const type = fileTypeOf(bytes);
  if (type === null) throw new Refusal('file.wrong_type');
  return db.$transaction(async (tx) => {
    // Files that come at once are counted one after the other.
    await tx.$queryRaw`SELECT id FROM drafts WHERE id = ${draftId}::uuid FOR UPDATE`;
    const draft = await tx.draft.findFirst({
      where: { id: draftId, ...ownedBy(owner) },
      select: { organizationId: true, _count: { select: { files: true } } },
    });
    if (!draft) throw new Refusal('actor.forbidden');
    if (draft._count.files >= MAX_FILES) throw new Refusal('file.too_many');
    const id = newId(now);
    const safe = safeFileName(name, type);
    await tx.file.create({
      data: {
        id,
        organizationId: draft.organizationId,
        draftId,
        name: safe,
        mediaType: FILE_TYPES[type],
        content: bytes,
        createdAt: now,
      },
    });
    return `${id} ${safe}`;
  });
}
