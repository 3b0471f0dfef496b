import { signedColumns } from '@/mail/compose';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { textOf } from '@/domain/answers';
import { displayName } from '@/domain/letters/release-plan';
import { MATCH_STATES } from '@/domain/match';
import { answersSchema } from '@/features/applications/schema';
import { assertOffered } from '@/lib/language';
import { hashToken } from '@/lib/token';

/** Matches of which somebody may read: neither of the two is they themselves, or somebody they must not judge. */
export const openSides = ({ closed }: Pick<UserActor, 'closed'>) => {
  const others = { personId: { notIn: [...closed] } };
  return { mentor: others, mentee: others };
};

const sideColumns = { id: true, email: true, name: true, personId: true, answers: true } as const;

const matchColumns = {
  id: true,
  organizationId: true,
  cycleId: true,
  reference: true,
  state: true,
  mentorApplicationId: true,
  menteeApplicationId: true,
  mentorAnswer: true,
  menteeAnswer: true,
  version: true,
  answerBy: true,
  mentor: { select: sideColumns },
  mentee: { select: sideColumns },
  plan: {
    select: {
      cycle: {
        select: {
          code: true,
          name: true,
          timeZone: true,
          program: {
            select: {
              id: true,
              slug: true,
              ...signedColumns,
              languages: true,
            },
          },
        },
      },
    },
  },
} as const;

type Side = { name: string; answers: unknown };

function shown({ name, answers }: Side) {
  const given = answersSchema.parse(answers);
  return {
    name: displayName({ name, answers: given }),
    pronouns: textOf(given, 'pronouns'),
    city: textOf(given, 'city'),
  };
}

/**
 * The match behind a mailed link, seen from the side it was mailed to; null when the link has ended.
 *
 * @throws {NotOffered} when its program is not offered in the language at hand
 */
export async function findMatchByLink(token: string, now: Date) {
  const link = await db.token.findFirst({
    where: { tokenHash: hashToken(token), purpose: 'confirm_match', expiresAt: { gt: now } },
    select: { email: true, subjectId: true },
  });
  const match = link?.subjectId
    ? await db.match.findUnique({ where: { id: link.subjectId }, select: matchColumns })
    : null;
  if (!link || !match) return null;
  assertOffered(match.plan.cycle.program.languages);
  const side =
    match.mentor.email === link.email
      ? ('mentor' as const)
      : match.mentee.email === link.email
        ? ('mentee' as const)
        : null;
  const state = MATCH_STATES.find((one) => one === match.state);
  if (!side || !state) return null;
  const partnerSide = side === 'mentor' ? ('mentee' as const) : ('mentor' as const);
  return {
    ...match,
    side,
    partnerSide,
    state,
    mine: match[side],
    partner: shown(match[partnerSide]),
    answer: side === 'mentor' ? match.mentorAnswer : match.menteeAnswer,
    otherAnswer: side === 'mentor' ? match.menteeAnswer : match.mentorAnswer,
  };
}
export type LinkedMatch = NonNullable<Awaited<ReturnType<typeof findMatchByLink>>>;
