import { VERDICT_LABELS, VERDICTS, type Verdict } from '@/domain/rubric';

const HINTS: Record<Verdict, string> = {
  eligible: 'They meet the rules, and may be matched.',
  question: 'Something must be asked or found out first.',
  concern: 'Something speaks against it; the committee should talk.',
};

/** A light review: one word of three. */
export const VerdictField = ({ chosen, within = '' }: { chosen: string | undefined; within?: string }) => (
  <fieldset className="field">
    <legend className="legend">What do you say?</legend>
    <div className="rating worded">
      {VERDICTS.map((verdict) => (
        <label className="tile" key={verdict}>
          <input type="radio" name={`${within}verdict`} value={verdict} defaultChecked={chosen === verdict} />
          <span className="whitespace-nowrap">{VERDICT_LABELS[verdict]}</span>{' '}
          <span className="end">{HINTS[verdict]}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
