import { formatScore } from '@/domain/review';
import { VERDICT_LABELS } from '@/domain/rubric';
import { formatInstant } from '@/domain/dates';
import type { ReadApplication } from '../queries';

type Reviews = ReadApplication['reviews'];
type Other = NonNullable<Reviews['others']>[number];

type Props = {
  reviews: Reviews;
  /** The mean with strictness taken out, if there is one. */ adjusted: number | null;
  timeZone: string;
};

/** What others wrote: after mine, so that nobody leans on anybody. */
export function OthersView({ reviews, adjusted, timeZone }: Props) {
  const { others, summary, count } = reviews;
  if (others === null || summary === null) {
    const words =
      count === 0
        ? 'Nobody has reviewed this yet.'
        : count === 1
          ? 'One other member has reviewed this.'
          : `${count} other members have reviewed this.`;
    return (
      <p>
        {words}
        {count > 0 ? ' You see what others wrote after you save yours or abstain.' : null}
      </p>
    );
  }
  if (others.length === 0)
    return <p>{reviews.mine ? 'Nobody else has reviewed this yet.' : 'Nobody has reviewed this yet.'}</p>;
  return (
    <div className="stack">
      <MeanWords summary={summary} adjusted={adjusted} />
      <ul className="plain stack">
        {others.map((other) => (
          <li key={other.reviewerId}>
            <OneReview other={other} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function MeanWords({ summary, adjusted }: { summary: NonNullable<Reviews['summary']>; adjusted: number | null }) {
  const { mean, spread, count } = summary;
  if (mean === null || spread === null) return null;
  return (
    <p>
      Mean <strong>{formatScore(mean)}</strong> of 4 from {count} {count === 1 ? 'review' : 'reviews'}
      {count > 1 ? <>, {formatScore(spread)} between the strictest and the kindest</> : null}.
      {adjusted === null ? null : (
        <span className="small soft block">
          {formatScore(adjusted)} if each review is moved by how strict or kind its writer is with others’ applications.
          The plain mean counts.
        </span>
      )}
    </p>
  );
}

function OneReview({ other, timeZone }: { other: Other; timeZone: string }) {
  const { name, abstained, verdict, rated, earlier, comment, savedAt } = other;
  const words = rated.map(({ label, rating }) => `${label} ${rating ?? '–'}`).join(' · ');
  return (
    <div className="stack-s">
      <p>
        <strong>{name}</strong> <Said other={other} />
      </p>
      {abstained || verdict ? null : <p className="small soft">{words}</p>}
      {earlier ? (
        <p className="small soft">By an earlier version of the criteria, with its words and weights.</p>
      ) : null}
      {comment ? (
        <blockquote className="border-l-3 border-(--rule) pl-3 whitespace-pre-line">{comment}</blockquote>
      ) : null}
      <p className="small quiet">{formatInstant(savedAt, timeZone)}</p>
    </div>
  );
}

function Said({ other: { abstained, verdict, score } }: { other: Other }) {
  if (abstained) return 'abstained';
  if (verdict) return <>says: {VERDICT_LABELS[verdict].toLowerCase()}</>;
  if (score === null) return null;
  return (
    <>
      gave <strong>{formatScore(score)}</strong>
    </>
  );
}
