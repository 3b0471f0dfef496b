import { MOST_REPORTED } from '@/domain/funding';
import type { OwnRequest } from '@/features/funding/asking/queries';
import { endOfDay } from '@/lib/days';
import { otherThanHere } from '@/lib/language';
import { paths } from '@/lib/paths';
import { formatDay, formatInstant } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import type { Problems } from '@/ui/static/error-summary';
import { Field, fieldId } from '@/ui/static/field';
import { rich } from '@/ui/static/rich';
import { Tag } from '@/ui/static/shapes';

type One = OwnRequest['obligations'][number];
type Props = { code: string; obligations: readonly One[]; timeZone: string; typed: string; problems: Problems };

function StateTag({ one }: { one: One }) {
  if (one.metAt) return <Tag tone="good">{say('funding.metTag')}</Tag>;
  if (one.reportedAt) return <Tag tone="match">{say('funding.reportedTag')}</Tag>;
  return <Tag tone="wait">{say('funding.toDoTag')}</Tag>;
}

function Report({ code, one, typed, problem }: { code: string; one: One; typed: string; problem: string | undefined }) {
  const field = {
    name: `done-${one.id}`,
    label: say('funding.whatDidYouDo'),
    hint: say('funding.upToCharacters', { most: MOST_REPORTED }),
    required: true,
    problem,
  };
  return (
    <form method="post" action={paths.statusFunding(code)} noValidate>
      <input type="hidden" name="step" value="report" />
      <input type="hidden" name="obligation" value={one.id} />
      <Field {...field}>
        <textarea
          className="textarea"
          id={fieldId(field.name)}
          name="done"
          rows={3}
          defaultValue={problem ? typed : ''}
          aria-describedby={`${fieldId(field.name)}-hint${problem ? ` ${fieldId(field.name)}-problem` : ''}`}
          aria-invalid={problem ? true : undefined}
        />
      </Field>
      <div className="actions">
        <button className="button" type="submit">
          {rich('funding.tellDone', {
            title: one.title,
            span: (words) => <span className="hidden-visually">{words}</span>,
          })}
        </button>
      </div>
    </form>
  );
}

/** Each obligation with its day, and the form that tells us it is done. */
export const ObligationsDue = ({ code, obligations, timeZone, typed, problems }: Props) => (
  <section className="stack" aria-labelledby="obligations">
    <h2 id="obligations">{say('funding.youPromised')}</h2>
    <ul className="plain stack">
      {obligations.map((one) => (
        <li key={one.id} className="card stack-s">
          <h3 lang={otherThanHere('en')}>{one.title}</h3>
          <p className="row-s">
            <StateTag one={one} />
            <span className="small soft">
              {say('funding.by', { day: formatDay(endOfDay(one.dueOn, timeZone), timeZone) })}
            </span>
          </p>
          {one.reportedAt ? (
            <p className="whitespace-pre-line">
              {one.note}
              <span className="small soft block">{formatInstant(one.reportedAt, timeZone)}</span>
            </p>
          ) : null}
          {!one.metAt && !one.reportedAt ? (
            <>
              {one.note ? <p>{say('funding.notFound')}</p> : null}
              <Report code={code} one={one} typed={typed} problem={problems[`done-${one.id}`]} />
            </>
          ) : null}
        </li>
      ))}
    </ul>
  </section>
);
