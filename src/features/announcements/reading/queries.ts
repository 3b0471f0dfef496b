import { db } from '@/db/client';
import type { Language } from '@/domain/language';
import type { LetterKind } from '@/domain/letters/defaults';
import type { PlannedLetter } from '@/domain/letters/release-plan';
import { writeLetter } from '@/domain/letters/write';
import { signatureOf } from '@/mail/compose';
import { letterIntro } from '@/mail/templates/outcome';
import { answerUrlOf, getReleaseInput, previewConfirmUrl } from '../queries';

type LetterOf = { personId: string; /** People closed to who reads it. */ closed: readonly string[] };

/** Whether a letter is to somebody, or names somebody, who is closed to its reader. */
const namesClosed = ({ personId, parts }: PlannedLetter, closed: readonly string[]): boolean =>
  [personId, ...parts.flatMap(({ partner }) => partner?.personId ?? [])].some((id) => closed.includes(id));

/** One person's letter as it would go out now, or null when they would get none. */
export async function findLetterPreview(cycleId: string, { personId, closed }: LetterOf, now: Date) {
  const draft = await getReleaseInput(db, cycleId, now, { personId });
  const planned = draft.release.letters.find((letter) => letter.personId === personId);
  if (!planned || namesClosed(planned, closed)) return null;
  const answerUrl = answerUrlOf(draft.input, previewConfirmUrl);
  const written = writeLetter(planned, draft.input, previewConfirmUrl);
  return {
    planned,
    written,
    intro: letterIntro(planned, written, draft.cycle.program.name, answerUrl),
    signature: signatureOf(draft.cycle),
  };
}
export type LetterPreview = NonNullable<Awaited<ReturnType<typeof findLetterPreview>>>;

/** How a kind of letter in a language would read now for somebody real, who is not closed to its reader. */
export async function findExample(
  cycleId: string,
  { kind, language, closed }: { kind: LetterKind; language: Language; closed: readonly string[] },
  now: Date,
) {
  const { release, input, cycle } = await getReleaseInput(db, cycleId, now);
  const signature = signatureOf(cycle);
  for (const planned of release.letters) {
    if (namesClosed(planned, closed) || !planned.parts.some((part) => part.kind === kind)) continue;
    const written = writeLetter(planned, input, previewConfirmUrl);
    if (written.language === language) return { input, signature, example: { planned, written } };
  }
  return { input, signature, example: null };
}

/** What a person was told last, as it was written; null when there is no such letter, or somebody in it is closed. */
export async function findToldLetter(cycleId: string, { personId, closed }: LetterOf, now: Date) {
  const { whole, cycle } = await getReleaseInput(db, cycleId, now, { personId });
  const planned = whole.letters.find((letter) => letter.personId === personId);
  const told = await db.letter.findFirst({
    where: { personId, release: { cycleId, state: { not: 'stopped' } } },
    select: { subject: true, markdown: true, release: { select: { confirmedAt: true } } },
    orderBy: { release: { requestedAt: 'desc' } },
  });
  if (!planned || !told || namesClosed(planned, closed)) return null;
  return { name: planned.name, ...told, signature: signatureOf(cycle) };
}

/** Versions of matches by id, for forms that change one. */
export async function listMatchVersions(ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.match.findMany({ where: { id: { in: [...ids] } }, select: { id: true, version: true } });
  return new Map(rows.map(({ id, version }) => [id, version]));
}
