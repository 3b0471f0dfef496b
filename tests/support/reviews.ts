import type { Role } from '@/domain/mentoring';
import { CRITERIA } from '@/domain/review';
import type { ReviewInput } from '@/features/reviews/schema';

/** The same rating for every criterion that a cycle begins with. */
export const allRated = (rating: number, roles: readonly Role[] = ['mentee', 'mentor']) =>
  Object.fromEntries(roles.flatMap((role) => CRITERIA[role].map(({ key }) => [key, rating])));

/** A first review as the form of a cycle with the first rubric sends it. */
export const reviewOf = (applicationId: string, over: Partial<ReviewInput> = {}): ReviewInput => ({
  applicationId,
  version: 0,
  form: 'rubric-0',
  abstain: false,
  ratings: allRated(3),
  verdict: null,
  comment: '',
  forApplicant: '',
  ...over,
});
