import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import { COMMITTEE, type UserActor } from '@/domain/actor';
import { canMove } from '@/domain/application';
import type { Role } from '@/domain/mentoring';
import { may } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import type { Ratings } from '@/domain/review';
import { assertComplete, ratingsOf, type Verdict } from '@/domain/rubric';
import { newId } from '@/lib/id';
import { getFor } from '../commands';
import { getReviewing, type Reviewing } from '../rubrics/queries';
import type { ReviewInput } from '../schema';

type Said = { ratings: Ratings; verdict: Verdict | null };
const NOTHING: Said = { ratings: {}, verdict: null };

/** What the form as it is now asks of a review: a word, with a note where there is a question; or every criterion that is not optional. */
function saidIn({ style, rubric }: Reviewing, role: Role, { abstain, ratings, verdict, comment }: ReviewInput): Said {
  if (abstain) return NOTHING;
  if (style === 'light') {
    if (verdict === null) throw new Refusal('review.verdict_missing');
    if (verdict !== 'eligible' && comment === '') throw new Refusal('review.note_missing');
    return { ratings: {}, verdict };
  }
  const rated = ratingsOf(rubric[role], ratings);
  assertComplete(rubric[role], rated);
  return { ratings: rated, verdict: null };
}

/** Somebody who reviewed here once and whose turn is over is told so; others learn nothing. */
async function assertStillReviews(actor: UserActor, applicationId: string, now: Date): Promise<void> {
  const row = await db.application.findUnique({
    where: { id: applicationId },
    select: { cycle: { select: { programId: true } } },
  });
  if (!row) return;
  const { programId } = row.cycle;
  if (may(actor, 'review.write', { programId, personId: null }, now)) return;
  const { userId } = actor;
  const [ended, saved] = await Promise.all([
    db.grant.count({ where: { userId, programId, role: { in: [...COMMITTEE] } } }),
    db.review.count({ where: { reviewerId: userId, application: { cycle: { programId } } } }),
  ]);
  if (ended + saved > 0) throw new Refusal('review.no_longer');
}

type SavedReview = { cycleId: string; cycle: { programId: string; blindReview: boolean } };

/** Saves my reading of one application, or that I abstain. Returns its cycle. */
export async function saveReview(actor: UserActor, input: ReviewInput, now: Date): Promise<SavedReview> {
  const { applicationId, version, abstain, comment, forApplicant } = input;
  await assertStillReviews(actor, applicationId, now);
  return db
    .$transaction(async (tx) => {
      const application = await getFor(tx, actor, 'review.write', applicationId, now);
      if (application.released) throw new Refusal('review.closed');
      if (!canMove(application.state, 'accept')) throw new Refusal('application.wrong_status');
      const { organizationId, cycleId, role } = application;
      const reviewing = await getReviewing(cycleId, tx);
      if (input.form !== reviewing.name) throw new Refusal('review.form_changed');
      const { ratings, verdict } = saidIn(reviewing, role, input);
      const row = { organizationId, applicationId, reviewerId: actor.userId };
      const said = { ratings: { ...ratings }, verdict, rubricNumber: reviewing.number, abstained: abstain };
      await putReview(tx, row, { ...said, comment, forApplicant: abstain ? '' : forApplicant, savedAt: now }, version);
      await recordEvent(tx, {
        actor,
        organizationId,
        cycleId,
        subjectType: 'application',
        subjectId: applicationId,
        action: 'review.saved',
        detail: { abstained: abstain },
        at: now,
      });
      return { cycleId, cycle: application.cycle };
    })
    .catch(refuseOn('reviews_application_id_reviewer_id_key', 'review.changed'));
}

type Whose = { organizationId: string; applicationId: string; reviewerId: string };
type Words = {
  ratings: Record<string, number>;
  verdict: Verdict | null;
  rubricNumber: number;
  abstained: boolean;
  comment: string;
  forApplicant: string;
  savedAt: Date;
};

async function putReview(tx: Tx, whose: Whose, words: Words, version: number): Promise<void> {
  if (version === 0) {
    await tx.review.create({ data: { id: newId(words.savedAt), ...whose, ...words } });
    return;
  }
  const { applicationId, reviewerId } = whose;
  const { count } = await tx.review.updateMany({
    where: { applicationId, reviewerId, version },
    data: { ...words, version: { increment: 1 } },
  });
  if (count === 0) throw new Refusal('review.changed');
}
