import { RATINGS, type Criterion } from '@/domain/review';

type Props = { criterion: Criterion; chosen: number | undefined };

/** One criterion as four rows, from 1 down to 4, each with its words. */
export function WordedScale({ criterion: { key, label, question, anchors }, chosen }: Props) {
  return (
    <fieldset className="field mt-5!" aria-describedby={`${key}-question`}>
      <legend className="legend">{label}</legend>
      <span className="hint" id={`${key}-question`}>
        {question}
      </span>
      <div className="rating worded">
        {RATINGS.map((rating) => (
          <label className="tile" key={rating}>
            <input type="radio" name={`rating_${key}`} value={rating} defaultChecked={chosen === rating} />
            <span>{rating}</span> <span className="end">{anchors[rating - 1]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
