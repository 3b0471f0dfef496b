import type { Option } from '@/domain/mentoring';
import { PROGRESS, STEPS_MOST } from '@/domain/pair';
import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { RadioGroup } from '@/ui/static/choices';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { TextInput } from '@/ui/static/inputs';
import { SummaryList } from '@/ui/static/task-list';
import { BackToPair, nameOf, PairFrame } from '../../../home/components/static/pair-frame';
import { NotSaved } from '../../../home/components/static/not-saved';
import type { Pair, PairGoal } from '../../../home/queries';
import type { GoalTyped } from '../../schema';
import { Beginnings } from './beginnings';
import { GoalWords } from './goal-words';
import { StepsField } from './steps-field';

type Props = {
  pair: Pair;
  /** The goal as it stands; null for a new one. */
  goal: PairGoal | null;
  areas: readonly Option[];
  typed: GoalTyped;
  problems?: Problems;
  refused?: string;
  /** Whether the partner saved other words meanwhile. */
  clash?: boolean;
};

const Theirs = ({ goal }: { goal: PairGoal }) => (
  <SummaryList
    entries={[
      { key: 'words', label: say('pair.goal'), words: goal.words },
      { key: 'steps', label: say('pair.steps'), words: goal.steps.map(({ words }) => words).join('\n') },
      { key: 'due', label: say('pair.dueBy'), words: goal.dueOn.toISOString().slice(0, 10) },
      { key: 'progress', label: say('pair.progress'), words: say(`pair.progress_${goal.progress}`) },
    ]}
  />
);

/** Sets a goal or changes one, with what helps beside the field and examples to begin from. */
export function GoalPage({ pair, goal, areas, typed, problems = {}, refused = '', clash = false }: Props) {
  const title = say(goal ? 'pair.changeGoal' : 'pair.setGoal');
  return (
    <PairFrame pair={pair} title={titleWith(title, problems)}>
      <ErrorSummary problems={problems} />
      <div className="stack-s">
        <BackToPair pair={pair} />
        <h1>{title}</h1>
        <p className="soft">{say('pair.goalsAreFor', { name: pair.partner.name })}</p>
      </div>
      <NotSaved words={refused}>{clash && goal ? <Theirs goal={goal} /> : null}</NotSaved>
      {goal ? null : <Beginnings areas={areas.map(({ label }) => worded(label))} />}
      <form method="post" action={paths.pairGoal(nameOf(pair), goal?.id ?? 'new')} noValidate>
        <input type="hidden" name="version" value={typed.version} />
        <GoalWords value={typed.words} problem={problems.words} />
        <StepsField steps={typed.steps} most={STEPS_MOST} problems={problems} />
        <TextInput
          name="due_on"
          type="date"
          label={say('pair.dueBy')}
          hint={say('pair.dueHint')}
          required
          className="input short"
          value={typed.due_on}
          problem={problems.due_on}
        />
        <RadioGroup
          name="progress"
          label={say('pair.progress')}
          required
          value={typed.progress}
          options={PROGRESS.map((value) => ({ value, label: say(`pair.progress_${value}`) }))}
          problem={problems.progress}
        />
        <div className="actions">
          <button className="button primary" type="submit">
            {say('pair.saveGoal')}
          </button>
        </div>
      </form>
      {goal ? (
        <form method="post" action={paths.pairGoal(nameOf(pair), goal.id)}>
          <input type="hidden" name="version" value={goal.version} />
          <input type="hidden" name="step" value="remove" />
          <button className="button quiet" type="submit">
            {say('pair.removeGoal')}
          </button>
        </form>
      ) : null}
    </PairFrame>
  );
}
