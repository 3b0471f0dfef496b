import { say } from '@/lib/words/say';
import type { Problems } from '@/ui/static/error-summary';
import { TextInput } from '@/ui/static/inputs';
import { Tick } from '@/ui/static/choices';

type Props = { steps: readonly { words: string; done: boolean }[]; most: number; problems: Problems };

const FEWEST = 3;
const FREE = 2;

/** As many lines as are filled in, and some that are free. */
const shownOf = (steps: Props['steps'], most: number): number =>
  Math.min(most, Math.max(FEWEST, steps.filter(({ words }) => words !== '').length + FREE));

/** A few steps on the way, each with a tick once it is done; empty ones are left out. */
export const StepsField = ({ steps, most, problems }: Props) => (
  <fieldset className="field stack">
    <legend className="label">
      {say('pair.steps')} <span className="soft">{say('common.optional')}</span>
    </legend>
    <span className="hint">{say('pair.stepsHint')}</span>
    {Array.from({ length: shownOf(steps, most) }, (_, index) => {
      const number = index + 1;
      const step = steps[index];
      return (
        <div key={number} className="stack-s">
          <TextInput
            name={`step_${number}`}
            label={say('pair.stepNumber', { number })}
            required
            maxLength={200}
            value={step?.words ?? ''}
            problem={problems[`step_${number}`]}
          />
          {step?.words ? (
            <Tick name={`done_${number}`} value="yes" checked={step.done} label={say('pair.stepIsDone', { number })} />
          ) : null}
        </div>
      );
    })}
  </fieldset>
);
