import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { Notice } from '@/ui/static/notice';
import { lockAction, vetoAction } from '../actions';
import type { SeenBallot, SeenItem } from '../voting/queries';
import { pairName } from '../voting/components/match-card';
import { ResultTag } from './words';

type Props = { ballot: SeenBallot; code: string; cycleId: string; mayChange: boolean };

const reasonsOf = ({ others, mine }: SeenItem): string[] =>
  [...(others ?? []), ...(mine ? [mine] : [])]
    .filter(({ vote, reason }) => vote === 'object' && reason !== '')
    .map(({ reason }) => reason);

const MOST_WORDS = 500;

/** What follows for the matches that were not carried, and what keeps a result for the next run. */
export function Aftermath({ ballot, code, cycleId, mayChange }: Props) {
  const { items, state, number, planNumber } = ballot;
  if (state !== 'closed' && state !== 'approved') return null;
  const out = items.filter(({ result, left }) => !left && result !== 'carried');
  if (out.length === 0) return null;
  const place = { cycle: code, number, page: 'ballot', cycleId };
  return (
    <Notice
      tone="warning"
      heading={out.length === 1 ? 'One match was not carried' : `${out.length} matches were not carried`}
    >
      <p>
        {whereTheyGo(out.length, state === 'approved')} <strong>To pair them anew</strong>, run the matching again, with
        a veto on what must not come back and a lock on what must stay; or reopen plan {planNumber} and propose a pair
        by hand.
      </p>
      <p>
        <a href={paths.matching(code)}>To the matching</a>
      </p>
      <ul className="plain stack-s">
        {out.map((item) => (
          <li key={item.id} className="stack-s">
            <p>
              {item.result ? <ResultTag result={item.result} /> : null} {pairName(item)}
              {reasonsOf(item).map((reason) => (
                <q key={reason} className="block small">
                  {reason}
                </q>
              ))}
            </p>
            {mayChange ? (
              <ActionForm
                action={vetoAction}
                fields={{
                  ...place,
                  itemId: item.id,
                  menteeId: item.mentee.id,
                  mentorId: item.mentor.id,
                  reason: (reasonsOf(item).join(' ') || `Not carried on ballot ${number}.`).slice(0, MOST_WORDS),
                }}
                label="Make it a veto"
                about={`on ${pairName(item)}`}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const whereTheyGo = (count: number, approved: boolean): string =>
  count === 1
    ? `It ${approved ? 'has left the plan' : 'leaves the plan when that is approved'}: the mentee waits, the mentor has a free place.`
    : `They ${approved ? 'have left the plan' : 'leave the plan when that is approved'}: the mentees wait, the mentors have free places.`;

/** When voting is over, what was carried can be kept for every run. */
export const isLockable = (state: SeenBallot['state'], { result, left }: SeenItem): boolean =>
  (state === 'closed' || state === 'approved') && result === 'carried' && !left;

/** Beside a match that was carried: it stays in every run from now on. */
export const LockIt = ({ item, place }: { item: SeenItem; place: Record<string, string | number> }) => (
  <ActionForm
    action={lockAction}
    fields={{ ...place, itemId: item.id, menteeId: item.mentee.id, mentorId: item.mentor.id }}
    label="Lock it"
    about={pairName(item)}
    tone="quiet"
  />
);
