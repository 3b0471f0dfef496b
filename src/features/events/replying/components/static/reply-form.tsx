import { say } from '@/lib/words/say';
import { formatInstant } from '@/lib/words/dates';
import { RadioGroup } from '@/ui/static/choices';
import type { Problems } from '@/ui/static/error-summary';
import { Field, describedBy, fieldId } from '@/ui/static/field';
import type { Invitation } from '../../../queries';
import type { ReplyTyped } from '../../schema';

type Props = { invitation: Invitation; href: string; typed: ReplyTyped; problems: Problems };

/** What we should arrange, asked with every answer and filled in with what they said before. */
function Arrange({ value, problem }: { value: string; problem: string | undefined }) {
  const field = { name: 'arrange', label: say('events.arrange'), hint: say('events.arrangeHint'), problem };
  return (
    <Field {...field}>
      <textarea
        className="textarea"
        id={fieldId(field.name)}
        name={field.name}
        rows={2}
        maxLength={500}
        defaultValue={value}
        aria-describedby={describedBy(field)}
        aria-invalid={problem ? true : undefined}
      />
    </Field>
  );
}

/** Yes or no, which can be changed until the day to answer is over. */
export function ReplyForm({ invitation: { event, reply }, href, typed, problems }: Props) {
  const chosen = reply?.state === 'no' ? 'no' : reply?.state === 'yes' || reply?.state === 'waiting' ? 'yes' : '';
  return (
    <form method="post" action={href} noValidate>
      <RadioGroup
        name="answer"
        label={say('events.answer')}
        hint={say('events.answerUntil', { until: formatInstant(event.answerBy, event.cycle.timeZone) })}
        required
        value={typed.answer || chosen}
        options={[
          { value: 'yes', label: say('events.yes') },
          { value: 'no', label: say('events.no') },
        ]}
        problem={problems.answer}
      />
      <Arrange value={typed.arrange} problem={problems.arrange} />
      <div className="actions">
        <button className="button primary" type="submit">
          {say(chosen ? 'events.changeAnswer' : 'events.sendAnswer')}
        </button>
      </div>
    </form>
  );
}
