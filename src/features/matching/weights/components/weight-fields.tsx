import { FACTORS } from '@/domain/matching/factors';
import type { MatchingSettings } from '../queries';

/** A number for every factor, and the minimum score. */
export const WeightFields = ({
  settings: { weights, rules },
}: {
  settings: Pick<MatchingSettings, 'weights' | 'rules'>;
}) => (
  <fieldset>
    <legend className="legend">Weights</legend>
    <p className="small soft">0 switches a factor off. What nobody asked or answered never counts against a pair.</p>
    <div className="weights mt-2">
      {FACTORS.map(({ key, label }) => (
        <label className="field" key={key}>
          <span className="label small">{label}</span>
          <input
            className="input"
            type="number"
            min="0"
            max="100"
            name={`weight_${key}`}
            defaultValue={weights[key]}
            required
          />
        </label>
      ))}
      <label className="field">
        <span className="label small">Minimum score, in points</span>
        <input
          className="input"
          type="number"
          min="0"
          max="100"
          step="0.001"
          name="minimum"
          defaultValue={rules.minimumScore / 1000}
          required
        />
      </label>
    </div>
  </fieldset>
);
