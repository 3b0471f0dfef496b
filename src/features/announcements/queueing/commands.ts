import { setTimeout as rest } from 'node:timers/promises';
import type { Tx } from '@/db/client';
import type { LetterPart, PlannedLetter } from '@/domain/letters/release-plan';
import { asksNothing } from '@/domain/letters/values';
import { writeLetter } from '@/domain/letters/write';
import { mapGently, partsOf } from '@/lib/breathe';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { hashToken, newToken } from '@/lib/token';
import { composeMessage, signatureOf } from '@/mail/compose';
import { letterCalendar } from '@/mail/templates/letter-calendar';
import { languageOf, letterIntro } from '@/mail/templates/outcome';
import { answerUrlOf, previewConfirmUrl, type ReleaseDraft } from '../queries';

type Queued = { releaseId: string; draft: ReleaseDraft; holdUntil: Date };

/** Rows in one statement: with more, others wait for the database for as long as it takes them. */
const AT_ONCE = 100;
/** After each: on a small machine pages are answered meanwhile. Letters are held for minutes anyway. */
const REST_MS = 10;

/** A link of its own for every side of every match: only its hash is kept. */
async function confirmLinks({ draft: { input } }: Queued, letters: readonly PlannedLetter[], now: Date) {
  const links = new Map<LetterPart, string>();
  const rows = await mapGently(letters, ({ parts, email }) =>
    parts.flatMap((part) => {
      if (!part.match || asksNothing(part, input)) return [];
      const token = newToken();
      links.set(part, `${appUrl()}${paths.confirmMatch(token)}`);
      return [{ id: newId(now), hash: hashToken(token), email, matchId: part.match.id }];
    }),
  );
  return { rows: rows.flat(), urlOf: (part: LetterPart) => links.get(part) ?? previewConfirmUrl(part) };
}

/** Statements of our own: made by the library row by row, these thousands would take longer than writing the letters. */
async function insertOutcomes(tx: Tx, { releaseId, draft }: Queued, now: Date): Promise<void> {
  const { organizationId } = draft.cycle;
  const told = draft.release.outcomes.map(({ applicationId, outcome }) => ({ id: newId(now), applicationId, outcome }));
  for (const rows of partsOf(told, AT_ONCE))
    await tx.$executeRaw`
      INSERT INTO outcomes (id, organization_id, release_id, application_id, outcome)
      SELECT r.id, ${organizationId}::uuid, ${releaseId}::uuid, r."applicationId", r.outcome
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, "applicationId" uuid, outcome text)`;
}

type Links = Awaited<ReturnType<typeof confirmLinks>>['rows'];

async function insertLinks(tx: Tx, links: Links, { draft: { cycle, input } }: Queued, now: Date): Promise<void> {
  for (const rows of partsOf(links, AT_ONCE))
    await tx.$executeRaw`
      INSERT INTO tokens (id, organization_id, purpose, token_hash, email, subject_id, created_at, expires_at)
      SELECT r.id, ${cycle.organizationId}::uuid, 'confirm_match', r.hash, r.email, r."matchId", ${now}, ${input.cycle.confirmBy}
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, hash text, email text, "matchId" uuid)`;
}

type Writing = Queued & {
  urlOf: (part: LetterPart) => string;
  calendarOf: (letter: PlannedLetter) => string;
};

/** The same letter without links that answer for somebody. */
const withoutLinks = (markdown: string, { parts }: PlannedLetter, urlOf: Writing['urlOf']): string =>
  parts.reduce((text, part) => text.replaceAll(urlOf(part), previewConfirmUrl(part)), markdown);

/** A letter as it is mailed, and as it is kept. */
function write(letter: PlannedLetter, { releaseId, draft, urlOf, calendarOf }: Writing, now: Date) {
  const { cycle, input } = draft;
  const mail = writeLetter(letter, input, urlOf);
  const intro = letterIntro(letter, mail, cycle.program.name, answerUrlOf(input, urlOf));
  return {
    id: newId(now),
    key: `outcome:${releaseId}:${mail.personId}`,
    to_address: mail.email,
    to_name: mail.name,
    ...inLanguage(languageOf(letter), () => composeMessage(mail.subject, mail.markdown, signatureOf(cycle), intro)),
    calendar: calendarOf(letter),
    person_id: mail.personId,
    letter_id: newId(now),
    language: mail.language,
    kept_subject: mail.subject,
    markdown: withoutLinks(mail.markdown, letter, urlOf),
    standing: letter.standing,
  };
}

/** Dates are the same for all who read a language and are told the same. */
function calendars({ cycle, input }: ReleaseDraft, now: Date): Writing['calendarOf'] {
  const known = new Map<string, string>();
  return (letter) => {
    const told = letter.parts.map(({ kind, match }) => `${kind}${match === null ? '' : ' with somebody'}`);
    const kind = [languageOf(letter), ...new Set(told)].join(', ');
    const made = known.get(kind) ?? letterCalendar(letter, cycle, input, now);
    known.set(kind, made);
    return made;
  };
}

/** Both rows of each letter, in one statement. */
async function insertLetters(tx: Tx, rows: readonly ReturnType<typeof write>[], queued: Queued, now: Date) {
  const { releaseId, draft, holdUntil } = queued;
  const { organizationId } = draft.cycle;
  await tx.$executeRaw`
    WITH r AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, key text, to_address text, to_name text, "replyTo" text,
        subject text, text text, html text, calendar text, person_id uuid, letter_id uuid, language text, kept_subject text,
        markdown text, standing jsonb)
    ), kept AS (
      INSERT INTO letters (id, organization_id, release_id, person_id, language, subject, markdown, standing)
      SELECT r.letter_id, ${organizationId}::uuid, ${releaseId}::uuid, r.person_id, r.language, r.kept_subject, r.markdown,
        r.standing FROM r)
    INSERT INTO outbox_messages (id, organization_id, key, kind, state, to_address, to_name, reply_to, subject, text, html, calendar,
      release_id, person_id, not_before, created_at)
    SELECT r.id, ${organizationId}::uuid, r.key, 'outcome', 'held', r.to_address, r.to_name, r."replyTo", r.subject, r.text, r.html, r.calendar,
      ${releaseId}::uuid, r.person_id, ${holdUntil}, ${now} FROM r`;
}

/**
 * Writes down who is told what and queues every letter, held. The key of a mail names release and person, so that no
 * second letter can ever be queued for the same person in the same release.
 */
export async function queueLetters(tx: Tx, queued: Queued, now: Date): Promise<void> {
  const { draft } = queued;
  const { letters } = draft.release;
  const { rows: links, urlOf } = await confirmLinks(queued, letters, now);
  await insertOutcomes(tx, queued, now);
  await insertLinks(tx, links, queued, now);
  const writing = { ...queued, urlOf, calendarOf: calendars(draft, now) };
  for (const part of partsOf(letters, AT_ONCE)) {
    const rows = await mapGently(part, (letter) => write(letter, writing, now));
    await insertLetters(tx, rows, queued, now);
    await rest(REST_MS);
  }
}
