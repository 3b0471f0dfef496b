import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import { keepLink } from '@/db/links';
import type { UserActor } from '@/domain/actor';
import { answerBy } from '@/domain/answering';
import { languageIn } from '@/domain/language';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { shownName } from '@/features/applications/schema';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { formatInstant } from '@/lib/words/dates';
import { letterWords } from '@/lib/words/letters';
import { signatureOf, signedColumns } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { proposalMail } from '@/mail/templates/proposal';
import { listProposed, type Proposed } from './queries';
import type { AskMentors } from './schema';

const cycleColumns = {
  id: true,
  organizationId: true,
  programId: true,
  name: true,
  timeZone: true,
  confirmation: true,
  confirmDays: true,
  program: { select: signedColumns },
} as const;
const getCycle = (tx: Tx, id: string) => tx.cycle.findUniqueOrThrow({ where: { id }, select: cycleColumns });
type Cycle = Awaited<ReturnType<typeof getCycle>>;

type Dice = () => string;

/** Keeps the proposals of one mentor and queues one mail for all of them, each with a link of its own. */
async function askOne(tx: Tx, cycle: Cycle, rows: readonly Proposed[], newToken: Dice, now: Date): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { organizationId, id: cycleId } = cycle;
  const { mentor } = first;
  const until = answerBy(now, cycle.confirmDays);
  const asked = rows.map((row) => ({ id: newId(now), token: newToken(), row }));
  for (const { id, token, row } of asked) {
    const two = { mentorApplicationId: row.mentor.id, menteeApplicationId: row.mentee.id };
    await tx.proposal.create({ data: { id, organizationId, cycleId, ...two, askedAt: now, answerBy: until } });
    await keepLink(tx, { purpose: 'proposal', subjectId: id, email: mentor.email, organizationId, token, until }, now);
  }
  const language = languageIn(mentor.language);
  const words = letterWords(language);
  const mail = inLanguage(language, () =>
    proposalMail(
      {
        name: shownName(mentor),
        cycleName: cycle.name,
        until: formatInstant(until, cycle.timeZone),
        mentees: asked.map(({ token, row }) => ({
          name: shownName(row.mentee),
          reasons: row.reasons.slice(0, 2).map(words.reason),
          link: `${appUrl()}${paths.proposal(token)}`,
        })),
      },
      signatureOf(cycle),
    ),
  );
  const key = `proposal:${asked[0]?.id ?? ''}`;
  const to = { address: mentor.email };
  await enqueue(tx, { ...mail, organizationId, key, kind: 'proposal', to, personId: mentor.personId }, now);
}

/**
 * Asks every mentor of the plan in force who was not asked yet, one mail each. Nobody is told an outcome by it.
 *
 * @throws {Refusal} `proposal.not_here`, `proposal.count` when the page named another number of mentors
 */
export async function askMentors(
  actor: UserActor,
  { cycleId, count }: AskMentors,
  newToken: Dice,
  now: Date,
): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT id::text FROM cycles WHERE id = ${cycleId}::uuid FOR UPDATE`;
      const cycle = await getCycle(tx, cycleId);
      authorize(actor, 'release.request', { programId: cycle.programId }, now);
      if (cycle.confirmation !== 'ask_mentors_first') throw new Refusal('proposal.not_here');
      const open = (await listProposed(tx, cycleId)).filter(({ proposal }) => !proposal);
      const mentors = new Set(open.map(({ mentor }) => mentor.id));
      if (mentors.size === 0 || mentors.size !== count) throw new Refusal('proposal.count');
      for (const id of mentors)
        await askOne(
          tx,
          cycle,
          open.filter(({ mentor }) => mentor.id === id),
          newToken,
          now,
        );
      const { organizationId } = cycle;
      const event = { subjectType: 'cycle', subjectId: cycleId, action: 'mentors.asked', at: now };
      await recordEvent(tx, { actor, organizationId, cycleId, ...event, detail: { mentors: count } });
    },
    { timeout: 60_000 },
  );
}
