import { GOALS_MOST } from '@/domain/pair';
import { paths } from '@/lib/paths';
import { formatDay } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import { Tag } from '@/ui/static/shapes';
import type { Pair, PairGoal } from '../../queries';
import { nameOf } from './pair-frame';

const TONES = { begun: 'plain', half: 'wait', reached: 'good', changed_mind: 'plain' } as const;

function Goal({ pair, goal, mayWrite }: { pair: Pair; goal: PairGoal; mayWrite: boolean }) {
  const done = goal.steps.filter((step) => step.done).length;
  return (
    <li className="card stack-s">
      <p className="whitespace-pre-line">{goal.words}</p>
      <p className="row-s small">
        <Tag tone={TONES[goal.progress]}>{say(`pair.progress_${goal.progress}`)}</Tag>
        {/* Days are kept without a time, so they read alike in every zone. */}
        <span>{say('pair.dueOn', { day: formatDay(goal.dueOn, 'UTC') })}</span>
      </p>
      {goal.steps.length > 0 ? (
        <>
          <p className="small soft">{say('pair.stepsDone', { done, all: goal.steps.length })}</p>
          <ul className="plain small">
            {goal.steps.map(({ words, done: isDone }, index) => (
              <li key={`${index} ${words}`}>
                <span aria-hidden="true">{isDone ? '✓' : '○'} </span>
                <span className="hidden-visually">{say(isDone ? 'common.done' : 'pair.open')} </span>
                {words}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {mayWrite ? (
        <p className="small">
          <a href={paths.pairGoal(nameOf(pair), goal.id)}>
            {say('pair.changeGoal')}
            <span className="hidden-visually">: {goal.words.slice(0, 60)}</span>
          </a>
        </p>
      ) : null}
    </li>
  );
}

/** One to three goals, with steps and how far they are. */
export const GoalsView = ({ pair, mayWrite }: { pair: Pair; mayWrite: boolean }) => (
  <section className="stack-s" aria-labelledby="goals">
    <h2 id="goals">{say('pair.goals')}</h2>
    {pair.goals.length === 0 ? <p>{say('pair.noGoals')}</p> : null}
    <ul className="plain stack">
      {pair.goals.map((goal) => (
        <Goal key={goal.id} pair={pair} goal={goal} mayWrite={mayWrite} />
      ))}
    </ul>
    {mayWrite && pair.goals.length < GOALS_MOST ? (
      <p>
        <a className={pair.goals.length === 0 ? 'button' : undefined} href={paths.pairGoal(nameOf(pair), 'new')}>
          {say(pair.goals.length === 0 ? 'pair.setFirstGoal' : 'pair.addGoal')}
        </a>
      </p>
    ) : null}
  </section>
);
