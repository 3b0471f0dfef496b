import { ACTIVITY_GROUPS } from '@/domain/activities';
import { GOALS_MOST, STEPS_MOST } from '@/domain/pair';
import type { LibraryEntry } from '@/features/library/queries';
import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { BackToPair, nameOf, PairFrame } from '../../../home/components/static/pair-frame';
import type { Pair } from '../../../home/queries';
import type { ActivityFilter } from '../../schema';

type Props = {
  pair: Pair;
  filter: ActivityFilter;
  found: readonly LibraryEntry[];
  /** Whether there is nothing at all, whatever one looks for. */
  isEmpty: boolean;
  mayWrite: boolean;
};

/** Looks by words and group, as a plain question of the address. */
const Search = ({ pair, filter: { words, group } }: Pick<Props, 'pair' | 'filter'>) => (
  <search>
    <form method="get" action={paths.pairActivities(nameOf(pair))} className="stack-s">
      <div className="field">
        <label className="label" htmlFor="f-q">
          {say('library.words')}
        </label>
        <input className="input" type="search" id="f-q" name="q" maxLength={100} defaultValue={words} />
      </div>
      <div className="field">
        <label className="label" htmlFor="f-group">
          {say('library.group')}
        </label>
        <select className="select" id="f-group" name="group" defaultValue={group ?? ''}>
          <option value="">{say('library.allGroups')}</option>
          {ACTIVITY_GROUPS.map((one) => (
            <option key={one} value={one}>
              {say(`library.group_${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="actions">
        <button className="button" type="submit">
          {say('library.look')}
        </button>
      </div>
    </form>
  </search>
);

type StepProps = { pair: Pair; entry: LibraryEntry };

/** Ways to do it as a step: of a goal that has room for one, or of a new goal. */
function AsStep({ pair, entry }: StepProps) {
  const withRoom = pair.goals.filter(({ steps }) => steps.length < STEPS_MOST);
  const to = (goal: string) => `${paths.pairGoal(nameOf(pair), goal)}?step=${entry.id}`;
  return (
    <p className="row-s small">
      {withRoom.map((goal) => (
        <a key={goal.id} href={to(goal.id)}>
          {say('library.asStepOf', { number: goal.position })}
          <span className="hidden-visually">: {entry.title}</span>
        </a>
      ))}
      {pair.goals.length < GOALS_MOST ? (
        <a href={to('new')}>
          {say('library.asStepOfNew')}
          <span className="hidden-visually">: {entry.title}</span>
        </a>
      ) : null}
    </p>
  );
}

/** Staff write in English. */
const Entry = ({ pair, entry, mayWrite }: StepProps & { mayWrite: boolean }) => (
  <li className="card stack-s">
    <h3 lang="en">{entry.title}</h3>
    <p lang="en" className="whitespace-pre-line">
      {entry.words}
    </p>
    {entry.link ? (
      <p className="small break-all">
        <a href={entry.link} rel="noreferrer">
          {entry.link}
        </a>
      </p>
    ) : null}
    {mayWrite ? <AsStep pair={pair} entry={entry} /> : null}
  </li>
);

const Nothing = ({ pair, isEmpty }: Pick<Props, 'pair' | 'isEmpty'>) =>
  isEmpty ? (
    <p>{say('library.empty')}</p>
  ) : (
    <div className="empty stack-s">
      <h2>{say('library.nothingFound')}</h2>
      <p>{say('library.tryThis')}</p>
      <p>
        <a href={paths.pairActivities(nameOf(pair))}>{say('library.showAll')}</a>
      </p>
    </div>
  );

/** What the program offers pairs to do together, by group. */
export function ActivitiesPage({ pair, filter, found, isEmpty, mayWrite }: Props) {
  return (
    <PairFrame pair={pair} title={say('library.activities')}>
      <div className="stack-s">
        <BackToPair pair={pair} />
        <h1>{say('library.activities')}</h1>
        <p className="soft">{say('library.activitiesHint')}</p>
      </div>
      {isEmpty ? null : <Search pair={pair} filter={filter} />}
      {found.length === 0 ? <Nothing pair={pair} isEmpty={isEmpty} /> : null}
      {ACTIVITY_GROUPS.map((group) => {
        const within = found.filter((entry) => entry.group === group);
        return within.length === 0 ? null : (
          <section key={group} className="stack-s" aria-labelledby={group}>
            <h2 id={group}>{say(`library.group_${group}`)}</h2>
            <ul className="plain stack">
              {within.map((entry) => (
                <Entry key={entry.id} pair={pair} entry={entry} mayWrite={mayWrite} />
              ))}
            </ul>
          </section>
        );
      })}
    </PairFrame>
  );
}
