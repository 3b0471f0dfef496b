import { formatInstant } from '@/domain/dates';
import { formatScore, type Criterion } from '@/domain/review';
import type { FundingRequestView } from '../queries';

type Reviews = FundingRequestView['reviews'];
type Props = {
  reviews: Reviews;
  criteria: readonly Criterion[];
  timeZone: string;
  /** Mine too, where its form is closed. */
  all?: boolean;
};

const counted = (count: number) => (count === 1 ? 'One other reviewer has' : `${count} others have`);

/** What others wrote: after mine, so that nobody leans on anybody. */
export function OtherReviews({ reviews: { mine, others, summary, count }, criteria, timeZone, all = false }: Props) {
  if (others === null || summary === null)
    return count === 0 ? (
      <p>Nobody has reviewed this yet.</p>
    ) : (
      <p>{counted(count)} reviewed this. You see what they wrote after you save yours or abstain.</p>
    );
  const shown = all && mine ? [mine, ...others] : others;
  if (shown.length === 0) return <p>Nobody else has reviewed this yet.</p>;
  return (
    <div className="stack">
      {summary.mean === null ? null : (
        <p>
          Mean <strong>{formatScore(summary.mean)}</strong> of 4 from {summary.count}{' '}
          {summary.count === 1 ? 'review' : 'reviews'}.
        </p>
      )}
      <ul className="plain stack">
        {shown.map(({ reviewerId, name, abstained, ratings, score, comment, savedAt }) => (
          <li key={reviewerId} className="stack-s">
            <p>
              <strong>{name}</strong> {abstained || score === null ? 'abstained' : `gave ${formatScore(score)}`}
            </p>
            {abstained ? null : (
              <p className="small soft">
                {criteria.map(({ key, label }) => `${label} ${ratings[key] ?? '–'}`).join(' · ')}
              </p>
            )}
            {comment ? (
              <blockquote className="border-l-3 border-(--rule) pl-3 whitespace-pre-line">{comment}</blockquote>
            ) : null}
            <p className="small quiet">{formatInstant(savedAt, timeZone)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
