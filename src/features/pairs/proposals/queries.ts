import { z } from 'zod';
import { db, type Tx } from '@/db/client';
import { isClosedTo, type UserActor } from '@/domain/actor';
import { shownName } from '@/features/applications/schema';
import { assertOffered } from '@/lib/language';
import { hashToken } from '@/lib/token';
import { signedColumns } from '@/mail/compose';

const answer = z.enum(['', 'yes', 'no']);
const personColumns = {
  id: true,
  personId: true,
  email: true,
  name: true,
  language: true,
  state: true,
  answers: true,
} as const;
const proposalColumns = {
  id: true,
  organizationId: true,
  cycleId: true,
  mentorApplicationId: true,
  menteeApplicationId: true,
  answerBy: true,
  answer: true,
  version: true,
} as const;

/** Every match of the plan in force that nobody was told of, with the proposal of the two, where there is one. */
export async function listProposed(tx: Tx, cycleId: string) {
  const matches = await tx.match.findMany({
    where: { cycleId, state: 'approved', plan: { state: 'approved' } },
    select: {
      id: true,
      reference: true,
      safeReasons: true,
      mentor: { select: personColumns },
      mentee: { select: personColumns },
    },
    orderBy: [{ mentor: { name: 'asc' } }, { reference: 'asc' }],
  });
  const proposals = await tx.proposal.findMany({ where: { cycleId }, select: proposalColumns });
  const found = new Map(proposals.map((one) => [`${one.mentorApplicationId} ${one.menteeApplicationId}`, one]));
  return matches.map(({ safeReasons, ...match }) => {
    const proposal = found.get(`${match.mentor.id} ${match.mentee.id}`);
    return {
      ...match,
      reasons: z.array(z.string()).parse(safeReasons),
      proposal: proposal ? { ...proposal, answer: answer.parse(proposal.answer) } : null,
    };
  });
}
export type Proposed = Awaited<ReturnType<typeof listProposed>>[number];

/** The same as staff and chair may see it, and how many mentors are still to be asked, whoever they are. */
export async function listAsking(cycleId: string, viewer: UserActor) {
  const all = await listProposed(db, cycleId);
  const unasked = new Set(all.filter(({ proposal }) => !proposal).map(({ mentor }) => mentor.personId));
  const isOpen = ({ mentor, mentee }: Proposed) =>
    !isClosedTo(viewer, mentor.personId) && !isClosedTo(viewer, mentee.personId);
  return { rows: all.filter(isOpen), unasked: unasked.size };
}
export type Asking = Awaited<ReturnType<typeof listAsking>>;

const linkedColumns = {
  ...proposalColumns,
  mentor: { select: personColumns },
  mentee: { select: personColumns },
  cycle: {
    select: {
      name: true,
      timeZone: true,
      confirmDays: true,
      releasedAt: true,
      program: { select: { slug: true, languages: true, ...signedColumns } },
    },
  },
} as const;

/**
 * The proposal behind a mailed link, with what of the mentee may be told; null when the link has ended, the two are no longer
 * in the plan, or somebody withdrew.
 *
 * @throws {NotOffered} when its program is not offered in the language at hand
 */
export async function findProposalByLink(token: string, now: Date) {
  const link = await db.token.findFirst({
    where: { tokenHash: hashToken(token), purpose: 'proposal', expiresAt: { gt: now } },
    select: { subjectId: true },
  });
  const row = link?.subjectId
    ? await db.proposal.findUnique({ where: { id: link.subjectId }, select: linkedColumns })
    : null;
  if (!row || [row.mentor, row.mentee].some(({ state }) => state === 'withdrawn')) return null;
  assertOffered(row.cycle.program.languages);
  const match = await db.match.findFirst({
    where: {
      mentorApplicationId: row.mentorApplicationId,
      menteeApplicationId: row.menteeApplicationId,
      state: 'approved',
      plan: { state: 'approved' },
    },
    select: { safeReasons: true },
  });
  if (!match && row.answer === '') return null;
  return {
    ...row,
    answer: answer.parse(row.answer),
    menteeName: shownName(row.mentee),
    reasons: z
      .array(z.string())
      .parse(match?.safeReasons ?? [])
      .slice(0, 2),
  };
}
export type LinkedProposal = NonNullable<Awaited<ReturnType<typeof findProposalByLink>>>;

/** Proposals without an answer, of plans that still hold, for the reminder. */
export const listUnansweredProposals = (now: Date) =>
  db.proposal.findMany({
    where: { answer: '', answerBy: { gt: now } },
    select: linkedColumns,
    orderBy: { answerBy: 'asc' },
  });
export type UnansweredProposal = Awaited<ReturnType<typeof listUnansweredProposals>>[number];

/** What keeps a release back in a cycle that asks mentors first, in words. */
export async function listProposalFaults(tx: Tx, cycleId: string, day: (at: Date) => string): Promise<string[]> {
  return (await listProposed(tx, cycleId)).flatMap(({ mentor, mentee, proposal }) => {
    const [asked, about] = [shownName(mentor), shownName(mentee)];
    if (!proposal) return [`${asked} was not asked yet about ${about}.`];
    if (proposal.answer === 'no') return [`${asked} said no to ${about}: run the matching again.`];
    if (proposal.answer === 'yes') return [];
    return [`${asked} has not answered about ${about}; asked until ${day(proposal.answerBy)}.`];
  });
}
