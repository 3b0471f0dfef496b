import { db } from '@/db/client';
import { compiled } from '@/domain/forms/compiled';
import { MENTORING_2026, STANDARD_FORM } from '@/domain/forms/mentoring-2026';
import type { StoredForm } from '@/domain/forms/stored';
import type { FormDefinition } from '@/domain/questions';
import { storedFormSchema, storedQuestionSchema } from './schema';

/** Published versions never change, so each is read once by a process. */
const known = new Map<string, Promise<FormDefinition>>([[MENTORING_2026.version, Promise.resolve(MENTORING_2026)]]);

/** A form by the name of its version, as cycles and applications keep it. @throws when there is no such version: a bug */
export function getForm(name: string): Promise<FormDefinition> {
  const found = known.get(name) ?? readForm(name);
  known.set(name, found);
  // A database that was away for a moment is asked again.
  found.catch(() => known.delete(name));
  return found;
}

async function readForm(name: string): Promise<FormDefinition> {
  const { definition } = await db.formVersion.findUniqueOrThrow({
    where: { name, publishedAt: { not: null } },
    select: { definition: true },
  });
  return compiled(name, storedFormSchema.parse(definition));
}

/** The same as staff edit it. */
export async function getStoredForm(name: string): Promise<StoredForm> {
  if (name === MENTORING_2026.version) return STANDARD_FORM;
  const { definition } = await db.formVersion.findUniqueOrThrow({ where: { name }, select: { definition: true } });
  return storedFormSchema.parse(definition);
}

/** What staff see of a cycle's form: the one in use, the one in work, and all that were. */
export async function getFormDesk(cycle: { id: string; organizationId: string }) {
  const [{ formVersion }, versions, library] = await Promise.all([
    db.cycle.findUniqueOrThrow({ where: { id: cycle.id }, select: { formVersion: true } }),
    db.formVersion.findMany({
      where: { cycleId: cycle.id },
      select: {
        number: true,
        name: true,
        note: true,
        version: true,
        createdAt: true,
        publishedAt: true,
        publishedById: true,
      },
      orderBy: { number: 'desc' },
    }),
    db.libraryQuestion.findMany({
      where: { organizationId: cycle.organizationId },
      select: { name: true, definition: true },
      orderBy: { name: 'asc' },
    }),
  ]);
  const inWork = versions.find(({ publishedAt }) => publishedAt === null) ?? null;
  const names = await namesOf(versions.flatMap(({ publishedById }) => publishedById ?? []));
  return {
    inUse: formVersion,
    used: await getStoredForm(formVersion),
    inWork: inWork && { ...inWork, form: await getStoredForm(inWork.name) },
    published: versions.flatMap(({ publishedAt, publishedById, ...version }) =>
      publishedAt ? [{ ...version, publishedAt, by: names.get(publishedById ?? '') ?? '' }] : [],
    ),
    library: library.map(({ definition }) => storedQuestionSchema.parse(definition)),
  };
}
export type FormDesk = Awaited<ReturnType<typeof getFormDesk>>;

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** A version and the one before it; null when the cycle has no such version. Number 1 is the standard form. */
export async function findVersionPair(cycleId: string, number: number) {
  const rows = await db.formVersion.findMany({
    where: { cycleId, number: { lte: number } },
    select: { number: true, name: true, note: true, publishedAt: true },
    orderBy: { number: 'desc' },
  });
  const [version] = rows;
  if (version?.number !== number) return null;
  const before = rows.find((row) => row.number < number && row.publishedAt !== null);
  return {
    ...version,
    form: await getStoredForm(version.name),
    before: before ? await getStoredForm(before.name) : STANDARD_FORM,
    beforeNumber: before?.number ?? 1,
  };
}

/** The number of a version; the standard form, which has none in its name, is version 1. */
export const numberOf = (name: string): number => Number(/-form-(\d+)$/.exec(name)?.[1] ?? 1);
