import { RATINGS, type Criterion } from '@/domain/review';

type Props = {
  criterion: Criterion & { optional?: boolean };
  chosen: number | undefined;
  /** Sets the ids apart where two forms of a page have a criterion of this key. */
  within?: string;
};

/** One criterion as four rows, from 1 down to 4, each with its words. */
export function WordedScale({ criterion: { key, label, question, anchors, optional }, chosen, within = '' }: Props) {
  const id = `${within}${key}-question`;
  return (
    <fieldset className="field mt-5!" aria-describedby={id}>
      <legend className="legend">
        {label} {optional ? <span className="soft font-normal">(optional)</span> : null}
      </legend>
      <span className="hint" id={id}>
        {question}
      </span>
      <div className="rating worded">
        {RATINGS.map((rating) => (
          <label className="tile" key={rating}>
            <input type="radio" name={`${within}rating_${key}`} value={rating} defaultChecked={chosen === rating} />
            <span>{rating}</span> <span className="end">{anchors[rating - 1]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
