import { formatDay, formatInstant } from '@/domain/dates';
import { MOST_REPORTED } from '@/domain/funding';
import type { OwnRequest } from '@/features/funding/asking/queries';
import { endOfDay } from '@/lib/end-of-day';
import { paths } from '@/lib/paths';
import type { Problems } from '@/ui/static/error-summary';
import { Field, fieldId } from '@/ui/static/field';
import { Tag } from '@/ui/static/shapes';

type One = OwnRequest['obligations'][number];
type Props = { code: string; obligations: readonly One[]; timeZone: string; typed: string; problems: Problems };

function StateTag({ one }: { one: One }) {
  if (one.metAt) return <Tag tone="good">Done, thank you</Tag>;
  if (one.reportedAt) return <Tag tone="match">You told us; we look at it</Tag>;
  return <Tag tone="wait">To do</Tag>;
}

function Report({ code, one, typed, problem }: { code: string; one: One; typed: string; problem: string | undefined }) {
  const field = {
    name: `done-${one.id}`,
    label: 'What did you do, and where can it be seen?',
    hint: `Up to ${MOST_REPORTED} characters.`,
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
          Tell us it is done<span className="hidden-visually">: {one.title}</span>
        </button>
      </div>
    </form>
  );
}

/** Each obligation with its day, and the form that tells us it is done. */
export const ObligationsDue = ({ code, obligations, timeZone, typed, problems }: Props) => (
  <section className="stack" aria-labelledby="obligations">
    <h2 id="obligations">What you promised</h2>
    <ul className="plain stack">
      {obligations.map((one) => (
        <li key={one.id} className="card stack-s">
          <h3>{one.title}</h3>
          <p className="row-s">
            <StateTag one={one} />
            <span className="small soft">By {formatDay(endOfDay(one.dueOn, timeZone), timeZone)}</span>
          </p>
          {one.reportedAt ? (
            <p className="whitespace-pre-line">
              {one.note}
              <span className="small soft block">{formatInstant(one.reportedAt, timeZone)}</span>
            </p>
          ) : null}
          {!one.metAt && !one.reportedAt ? (
            <>
              {one.note ? <p>We could not find it from what you wrote. Please tell us once more.</p> : null}
              <Report code={code} one={one} typed={typed} problem={problems[`done-${one.id}`]} />
            </>
          ) : null}
        </li>
      ))}
    </ul>
  </section>
);
