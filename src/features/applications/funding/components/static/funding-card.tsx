import { formatDay, formatInstant } from '@/domain/dates';
import type { FundingEntry } from '@/features/funding/asking/queries';
import { paths } from '@/lib/paths';
import { ASK, TOLD } from './words';

/** On the status page, to the person alone: the way to ask, or where their request stands. */
export function FundingCard({ entry: { offer, request } }: { entry: FundingEntry }) {
  const { code, name, timeZone } = offer.cycle;
  const day = (at: Date) => formatDay(at, timeZone);
  const owed = request?.obligations.some(({ reportedAt, metAt }) => !reportedAt && !metAt) ?? false;
  return (
    <section className="card stack-s" aria-label={`Funded membership, ${name}`}>
      <h2>Funded membership, {name}</h2>
      {request ? (
        <p>
          <strong>{TOLD[request.state]({ decide: day(offer.decideBy), waitlist: day(offer.waitlistUntil) })}</strong>
        </p>
      ) : (
        <p>
          A one-year membership of the association can be paid for you. Only funding reviewers learn whether you ask.
          Until {formatInstant(offer.closesAt, timeZone)}.
        </p>
      )}
      <p>
        <a className={request ? undefined : 'button'} href={paths.statusFunding(code)}>
          {request === null ? ASK : owed ? 'See what you promised, and tell us when it is done' : 'See your request'}
        </a>
      </p>
    </section>
  );
}
