import { formatInstant } from '@/domain/dates';

export type HistoryEvent = { id: string; action: string; who: string; reason: string; at: Date };

/** What the history of a pair tells; requests, tasks and answers stand in places of their own. */
export const PAIR_EVENTS = {
  'match.answered_yes': 'One of the two said yes',
  'match.started': 'The pair began',
  'match.held': 'Put on hold',
  'match.resumed': 'Went on',
  'match.ended_early': 'Ended early',
  'match.completed': 'Completed',
  'pair.agreed': 'Agreed on how to be in contact',
  'pair.goal_set': 'Set a goal',
  'pair.liaison_set': 'Liaison changed',
} as const;
const isKnown = (action: string): action is keyof typeof PAIR_EVENTS => action in PAIR_EVENTS;

export const PairHistory = ({ history, timeZone }: { history: readonly HistoryEvent[]; timeZone: string }) => (
  <section className="stack-s" aria-labelledby="history">
    <h2 id="history">History</h2>
    {history.length === 0 ? <p>Nothing has happened yet.</p> : null}
    <ul className="plain stack-s">
      {history.map(({ id, action, who, reason, at }) => (
        <li key={id}>
          <span className="soft">{formatInstant(at, timeZone)}</span> {isKnown(action) ? PAIR_EVENTS[action] : action}
          {who ? ` by ${who}` : ''}
          {reason ? <span className="soft">: “{reason}”</span> : null}
        </li>
      ))}
    </ul>
  </section>
);
