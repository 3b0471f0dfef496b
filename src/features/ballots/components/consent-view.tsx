import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { EmptyState } from '@/ui/static/notice';
import { Reference } from '@/ui/static/shapes';
import { takeUpAction } from '../actions';
import { pairName } from '../voting/components/match-card';
import type { SeenBallot, SeenItem } from '../voting/queries';
import { LockIt } from './aftermath';
import { tallyInWords } from './words';

type Place = { cycle: string; number: number; page: string; cycleId: string };
type Props = { ballot: SeenBallot; place: Place; leads: boolean; mayLock: boolean };

/** What nobody questioned: carried together, without a word. */
export function ConsentView({ ballot, place, leads, mayLock }: Props) {
  const { number, state, items } = ballot;
  const carried = items.filter(({ byConsent }) => byConsent);
  return (
    <div className="stack">
      <p className="crumbs">
        <a href={paths.ballot(place.cycle, number)}>Ballot {number}</a>
      </p>
      <h1>Consent agenda</h1>
      <p className="reading">
        A match is here when enough members voted, all of them approve, and nobody asked to talk about it.
      </p>
      {carried.length === 0 ? <Nothing ballot={ballot} /> : null}
      <ol className="plain consent">
        {carried.map((item) => (
          <li key={item.id} className="between">
            <Line item={item} />
            {leads && state === 'meeting' ? (
              <ActionForm
                action={takeUpAction}
                fields={{ ...place, itemId: item.id, version: item.version }}
                label="Talk about it"
                about={pairName(item)}
                tone="quiet"
              />
            ) : null}
            {mayLock ? <LockIt item={item} place={place} /> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}

const Line = ({ item }: { item: SeenItem }) => (
  <div>
    <p>
      <strong>{item.mentee.name}</strong> <Reference>{item.mentee.reference}</Reference> with{' '}
      <strong>{item.mentor.name}</strong> <Reference>{item.mentor.reference}</Reference>
    </p>
    <p className="small soft">{item.tally ? tallyInWords(item.tally) : ''}</p>
  </div>
);

function Nothing({ ballot: { state, items } }: { ballot: SeenBallot }) {
  const soFar = items.filter(({ unanimous }) => unanimous).length;
  if (state === 'open')
    return (
      <EmptyState heading="Made when voting at home is over">
        <p>
          Of the matches whose votes you can read, {soFar} {soFar === 1 ? 'is' : 'are'} unanimous so far.
        </p>
      </EmptyState>
    );
  return (
    <EmptyState heading="Nothing was carried by consent">
      <p>Every match has its turn in the meeting.</p>
    </EmptyState>
  );
}
