import type { FundingEntry } from '@/features/funding/asking/queries';
import { paths } from '@/lib/paths';
import { formatInstant } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import { told } from './words';

/** On the status page, to the person alone: the way to ask, or where their request stands. */
export function FundingCard({ entry: { offer, request } }: { entry: FundingEntry }) {
  const { code, name, timeZone } = offer.cycle;
  const title = say('funding.cardTitle', { cycle: name });
  const owed = request?.obligations.some(({ reportedAt, metAt }) => !reportedAt && !metAt) ?? false;
  return (
    <section className="card stack-s" aria-label={title}>
      <h2>{title}</h2>
      {request ? (
        <p>
          <strong>{told(request.state, offer, timeZone)}</strong>
        </p>
      ) : (
        <p>{say('funding.cardOffer', { at: formatInstant(offer.closesAt, timeZone) })}</p>
      )}
      <p>
        <a className={request ? undefined : 'button'} href={paths.statusFunding(code)}>
          {say(request === null ? 'funding.ask' : owed ? 'funding.cardOwed' : 'funding.cardSee')}
        </a>
      </p>
    </section>
  );
}
