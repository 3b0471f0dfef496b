import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { closingFor, isOpenFor } from '@/domain/cycle';
import { cycleDates } from '@/db/columns';
import { languageIn } from '@/domain/language';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { fullName } from '@/features/applications/commands';
import { createNudgeLink, nudgeUrls } from '@/features/pairs/quiet/commands';
import { appUrl } from '@/lib/env';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { newToken } from '@/lib/token';
import { formatInstant } from '@/lib/words/dates';
import { signatureOf, signedColumns } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { askBackMail } from '@/mail/templates/ask-back';
import { backKey, listFormer, type FormerMember } from './queries';
import type { AskBack } from './schema';

const getCycle = (tx: Tx, cycleId: string) =>
  tx.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: {
      id: true,
      organizationId: true,
      programId: true,
      name: true,
      timeZone: true,
      ...cycleDates,
      program: { select: { slug: true, ...signedColumns } },
    },
  });
type Cycle = Awaited<ReturnType<typeof getCycle>>;

/** One mail, with a link that ends such mails. @returns false when this person was asked before */
async function askOne(tx: Tx, cycle: Cycle, { member, words }: { member: FormerMember; words: string }, now: Date) {
  const { organizationId, program } = cycle;
  const { personId, email, name, matchId, language, group } = member;
  const token = newToken();
  const { quietUrl, unsubscribeUrl } = nudgeUrls(token);
  const message = inLanguage(languageIn(language), () =>
    askBackMail(
      {
        cycleName: fullName(cycle),
        wasMentor: group === 'mentor',
        words,
        until: formatInstant(closingFor(cycle, 'mentor'), cycle.timeZone),
        programUrl: `${appUrl()}${paths.program(program.slug)}`,
        quietUrl,
      },
      signatureOf(cycle),
    ),
  );
  const mail = { ...message, organizationId, key: backKey(cycle.id, personId), kind: 'ask_back', personId };
  if (!(await enqueue(tx, { ...mail, to: { address: email, name }, unsubscribeUrl }, now))) return false;
  await createNudgeLink(tx, { organizationId, email, matchId, token }, now);
  return true;
}

/**
 * Asks people of earlier cycles to mentor in this one, each once, while mentors may apply.
 *
 * @returns how many were asked
 * @throws {Refusal} `back.not_open`, `back.nobody`, `back.count`
 */
export async function askBack(
  actor: UserActor,
  { cycleId, groups, count, words }: AskBack,
  now: Date,
): Promise<number> {
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT id::text FROM cycles WHERE id = ${cycleId}::uuid FOR UPDATE`;
      const cycle = await getCycle(tx, cycleId);
      authorize(actor, 'people.ask_back', { programId: cycle.programId }, now);
      if (!isOpenFor(cycle, 'mentor', now)) throw new Refusal('back.not_open');
      const former = await listFormer(cycle, actor.closed, tx);
      const chosen = former.filter(({ standing, group }) => standing === 'ask' && groups.includes(group));
      if (chosen.length === 0) throw new Refusal('back.nobody');
      if (former.filter(({ standing }) => standing === 'ask').length !== count) throw new Refusal('back.count');
      for (const member of chosen) await askOne(tx, cycle, { member, words }, now);
      await recordEvent(tx, {
        actor,
        organizationId: cycle.organizationId,
        cycleId,
        subjectType: 'cycle',
        subjectId: cycleId,
        action: 'people.asked_back',
        detail: { count: chosen.length, groups },
        at: now,
      });
      return chosen.length;
    },
    { timeout: 60_000 },
  );
}
