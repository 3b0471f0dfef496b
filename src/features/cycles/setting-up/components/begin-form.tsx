import { CYCLE_TEMPLATES } from '@/domain/cycle-plan';
import { paths } from '@/lib/paths';

type Props = {
  slug: string;
  earlier: readonly { code: string; name: string }[];
  begun: { chosen: string; opens: string };
};

const TEMPLATES = Object.entries(CYCLE_TEMPLATES);

type ChoiceProps = { name: string; value: string; title: string; says: string; chosen: boolean };

const Choice = ({ name, value, title, says, chosen }: ChoiceProps) => (
  <label className="choice">
    <input type="radio" name={name} value={value} defaultChecked={chosen} />
    <span>
      {title}
      <span className="small soft block">{says}</span>
    </span>
  </label>
);

/** What the new cycle begins with, and the day from which all others are counted. Works as a plain question of the address. */
export function BeginForm({ slug, earlier, begun: { chosen, opens } }: Props) {
  const [last] = earlier;
  const first = chosen || (last ? `from-${last.code}` : 'alsc-yearly');
  return (
    <form method="get" action={paths.newCycle(slug)} className="form-column card stack-s">
      <fieldset className="stack-s">
        <legend className="label">What does it begin with?</legend>
        {earlier.slice(0, 6).map(({ code, name }) => (
          <Choice
            key={code}
            name="template"
            value={`from-${code}`}
            title={`${name} (${code})`}
            says="Its days, moved; its form, letters, weights and rules."
            chosen={first === `from-${code}`}
          />
        ))}
        {TEMPLATES.map(([key, { name, says }]) => (
          <Choice key={key} name="template" value={key} title={name} says={says} chosen={first === key} />
        ))}
        <Choice
          name="template"
          value="blank"
          title="Blank"
          says="You set every day; the form, letters and weights are the standard ones."
          chosen={first === 'blank'}
        />
      </fieldset>
      <div className="field">
        <label className="label" htmlFor="opens">
          Applications open on
        </label>
        <input className="input short" type="date" id="opens" name="opens" defaultValue={opens} required />
      </div>
      <div className="actions">
        <button className={opens ? 'button' : 'button primary'} type="submit">
          {opens ? 'Count the days anew' : 'Count the days'}
        </button>
      </div>
    </form>
  );
}
