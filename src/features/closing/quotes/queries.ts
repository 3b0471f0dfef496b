import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { quoteConsent } from '@/domain/closing';
import { shownName } from '@/features/applications/schema';
import { writeTable } from '@/lib/csv';
import { openPairs } from '../board/queries';
import { assessmentSchema } from '../schema';

const side = { select: { name: true, answers: true, reference: true } } as const;

/**
 * Sentences that were sent, with what may be done with them. The words of one that may not be used are not in it: they cannot be
 * copied by mistake.
 */
export async function listQuotes(cycleId: string, viewer: UserActor) {
  const rows = await db.assessment.findMany({
    where: { match: openPairs(cycleId, viewer), quote: { not: '' }, sentAt: { not: null } },
    select: {
      id: true,
      side: true,
      quote: true,
      quoteAs: true,
      again: true,
      quoteWording: true,
      quoteAgreedAt: true,
      quoteWithdrawnAt: true,
      matchId: true,
      match: { select: { reference: true, mentor: side, mentee: side } },
    },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ match, quote, quoteWording, ...row }) => {
    const { quoteAs } = assessmentSchema.parse(row);
    const role = row.side === 'mentor' ? ('mentor' as const) : ('mentee' as const);
    const consent = quoteConsent({ quoteAs, quoteWithdrawnAt: row.quoteWithdrawnAt });
    return {
      id: row.id,
      matchId: row.matchId,
      pair: match.reference ?? 'Pair',
      role,
      consent,
      quote: quoteAs ? quote : '',
      by: quoteAs === 'named' ? shownName(match[role]) : '',
      wording: quoteAs ? quoteWording : '',
      agreedAt: row.quoteAgreedAt,
    };
  });
}
export type Quote = Awaited<ReturnType<typeof listQuotes>>[number];

const ROLE_NAMES = { mentor: 'Mentor', mentee: 'Mentee' } as const;

/** The consented ones as a table for a spreadsheet: sentence, by whom, what was agreed to. */
export async function quotesFile(cycle: { id: string; name: string }, viewer: UserActor): Promise<string> {
  const quotes = (await listQuotes(cycle.id, viewer)).filter(
    ({ consent }) => consent === 'named' || consent === 'unnamed',
  );
  return writeTable(
    ['Quote', 'By', 'Role', 'Cycle', 'Agreed on', 'Agreed to'],
    quotes.map(({ quote, by, role, agreedAt, wording }) => [
      quote,
      by,
      ROLE_NAMES[role],
      cycle.name,
      agreedAt?.toISOString().slice(0, 10) ?? '',
      wording,
    ]),
  );
}
