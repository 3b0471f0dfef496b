import { MOST_CREDIT } from '@/domain/carry';
import { FACTORS } from '@/domain/matching/factors';
import { ruleLabel } from '@/domain/matching/rules';
import { settingsAction } from '../../actions';
import { Press } from '../../components/press';
import { OFFERED_RULES } from '../../inputs/schema';
import type { MatchingSettings } from '../queries';
import { WeightFields } from './weight-fields';

type Props = { code: string; cycleId: string; settings: MatchingSettings; mayChange: boolean };

/** What the next run goes by: weights per factor, and the rules that are on. */
export const Settings = ({ code, cycleId, settings, mayChange }: Props) => (
  <section className="card stack-s" aria-labelledby="weights-head">
    <h2 id="weights-head">Weights and rules of the next run</h2>
    <Summary settings={settings} />
    {mayChange ? (
      <details>
        <summary>Change weights and rules</summary>
        <Press action={settingsAction} fields={{ code, cycleId }} label="Save weights and rules">
          <SettingsFields settings={settings} />
        </Press>
      </details>
    ) : null}
  </section>
);

function Summary({ settings: { weights, rules, hasIdentity } }: { settings: MatchingSettings }) {
  const { off } = rules;
  return (
    <>
      <ul className="points plain">
        {FACTORS.map(({ key, label }) => (
          <li key={key}>
            {label} <b>{weights[key] === 0 ? 'off' : weights[key]}</b>
          </li>
        ))}
      </ul>
      <p className="small soft">
        {off.length === 0
          ? 'Every rule is on.'
          : `Switched off: ${off.map((rule) => ruleLabel(rule, 'staff').toLowerCase()).join('; ')}.`}
        {rules.credit ? ' Having waited in an earlier cycle counts.' : ' Having waited does not count.'}
        {rules.minimumScore > 0 ? ` Minimum score: ${rules.minimumScore / 1000} points.` : ' No minimum score.'}
        {hasIdentity ? ' Confidential wishes choose with whom among those matched, never who.' : ''}
      </p>
    </>
  );
}

const SettingsFields = ({ settings }: { settings: MatchingSettings }) => (
  <div className="stack">
    <WeightFields settings={settings} />
    <fieldset>
      <legend className="legend">Rules that exclude a pair</legend>
      <div className="choices columns">
        {OFFERED_RULES.map((rule) => (
          <label className="choice" key={rule}>
            <input type="checkbox" name="rule" value={rule} defaultChecked={!settings.rules.off.includes(rule)} />
            <span>{ruleLabel(rule, 'staff')}</span>
          </label>
        ))}
      </div>
    </fieldset>
    <fieldset>
      <legend className="legend">Having waited</legend>
      <label className="choice">
        <input type="checkbox" name="credit" value="yes" defaultChecked={settings.rules.credit} />
        <span>
          Where not all can be matched, a mentee counts for one more for each earlier cycle that left them without a
          mentor, {MOST_CREDIT} more at most
        </span>
      </label>
    </fieldset>
  </div>
);
