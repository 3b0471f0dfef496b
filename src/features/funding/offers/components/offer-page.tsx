import type { GuardedCycle } from '@/auth/guard';
import { formatDay } from '@/domain/dates';
import { endOfDay } from '@/lib/days';
import { Done } from '@/ui/staff/parts';
import { EmptyState, Notice } from '@/ui/static/notice';
import type { MissedRow, OfferForm as Offer } from '../queries';
import { OfferForm } from './offer-form';

type Props = { cycle: GuardedCycle; offer: Offer | null; missed: readonly MissedRow[]; done: boolean; now: Date };

/** What staff set up and look after: the offer, and obligations that were missed. Requests are not theirs to see. */
export function OfferPage({ cycle, offer, missed, done, now }: Props) {
  const isOpened = offer !== null && now >= offer.opensAt;
  return (
    <div className="stack-xl">
      {done ? <Done>The offer is saved.</Done> : null}
      <header className="stack-s">
        <h1>Funded memberships</h1>
        <p className="soft reading">
          Who asks, what they write and what becomes of it is for funding reviewers alone: no name and no number of
          requests stands here. People are told of an open offer after they sent an application.
        </p>
      </header>
      <div className="two">
        <section className="stack-s" aria-labelledby="offer">
          <h2 id="offer">The offer of {cycle.name}</h2>
          {isOpened ? (
            <Notice heading="People may have asked already" level={3}>
              <p>What they read stays: the opening, the criteria and the obligations no longer change.</p>
            </Notice>
          ) : null}
          <OfferForm key={offer?.version ?? 0} cycle={cycle.code} cycleId={cycle.id} offer={offer} />
        </section>
        <MissedList missed={missed} timeZone={cycle.timeZone} />
      </div>
    </div>
  );
}

function MissedList({ missed, timeZone }: { missed: readonly MissedRow[]; timeZone: string }) {
  return (
    <section className="stack-s" aria-labelledby="missed">
      <h2 id="missed">Missed obligations</h2>
      {missed.length === 0 ? (
        <EmptyState heading="None">
          <p>Somebody stands here when the day of what they promised has passed and we heard nothing.</p>
        </EmptyState>
      ) : (
        <ul className="plain stack-s">
          {missed.map(({ key, name, email, title, dueOn }) => (
            <li key={key} className="card">
              <p>
                <strong>{name}</strong> <a href={`mailto:${email}`}>{email}</a>
              </p>
              <p>{title}</p>
              <p className="small quiet">Was due on {formatDay(endOfDay(dueOn, timeZone), timeZone)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
