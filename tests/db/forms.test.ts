import { it } from 'vitest';
import { db } from '@/db/client';
import { newId } from '@/lib/id';
import { ownerQuery } from '../support/database';
import { createActor, createProgram, createTestCycle, NOW } from '../support/factories';
import { brokenBy } from './broken-by';

it('the database refuses another word in a form that was published, a second one in work, and a file that is too large', async () => {
  const program = await createProgram();
  const cycle = await createTestCycle(program);
  const { userId: createdById } = await createActor(program, 'staff');
  const make = (number: number, publishedAt: Date | null) =>
    db.formVersion.create({
      data: {
        id: newId(NOW),
        organizationId: program.organizationId,
        cycleId: cycle.id,
        number,
        name: `${cycle.code}-form-${number}`,
        definition: {},
        createdById,
        createdAt: NOW,
        publishedAt,
        publishedById: publishedAt && createdById,
      },
    });
  const { id } = await make(2, NOW);
  const kept = 'form_version_published_is_kept';
  await brokenBy(db.formVersion.update({ where: { id }, data: { definition: { sections: [] } } }), kept);
  await brokenBy(db.formVersion.delete({ where: { id } }), kept);
  await brokenBy(ownerQuery('DELETE FROM form_versions'), 'published form');
  await make(3, null);
  await brokenBy(make(4, null), 'form_versions_one_in_work');
  await brokenBy(make(1, NOW), 'form_version_number_positive');

  const { id: draftId } = await db.draft.create({
    data: {
      id: newId(NOW),
      organizationId: program.organizationId,
      cycleId: cycle.id,
      role: 'mentee',
      email: 'file@example.test',
      submissionKey: newId(NOW),
      startedAt: NOW,
      updatedAt: NOW,
    },
  });
  const file = (size: number) =>
    db.file.create({
      data: {
        id: newId(NOW),
        organizationId: program.organizationId,
        draftId,
        name: 'a.txt',
        mediaType: 'text/plain',
        content: new Uint8Array(size),
        createdAt: NOW,
      },
    });
  await brokenBy(file(5 * 1024 * 1024 + 1), 'file_size_limited');
  await brokenBy(file(0), 'file_size_limited');
  await file(5 * 1024 * 1024);
});
