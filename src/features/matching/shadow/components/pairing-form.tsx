import { paths } from '@/lib/paths';
import { pairingAction } from '../../actions';
import { Press } from '../../components/press';

type Props = { code: string; number: number; cycleId: string; mayChange: boolean };

const EXAMPLE = 'mentee,mentor\nF26-E-0001,F26-M-0003\nF26-E-0002,F26-M-0001';

/** The committee's own pairing, entered or uploaded, to be laid beside the plan. */
export const PairingForm = ({ code, number, cycleId, mayChange }: Props) => (
  <div className="stack">
    <p className="crumbs">
      <a href={paths.matching(code)}>Matching</a> · <a href={paths.plan(code, number)}>Plan {number}</a>
    </p>
    <h1>Plan {number} beside your own pairing</h1>
    <p className="reading">
      Pair people as you would by hand, and see both side by side: where you agree, and which is better in what. Your
      pairing becomes a plan of its own, marked as made by hand. Nobody is told, and nothing else changes.
    </p>
    {mayChange ? (
      <Press action={pairingAction} fields={{ code, number, cycleId }} label="Lay beside the plan" kind="primary">
        <div className="field">
          <label className="label" htmlFor="pairing">
            Your pairs
          </label>
          <p className="hint" id="pairing-hint">
            One pair a line, the first line names the columns. People by reference, by mail address, or by name where
            nobody else has it.
          </p>
          <textarea
            className="textarea mono"
            id="pairing"
            name="text"
            rows={10}
            cols={60}
            aria-describedby="pairing-hint"
            placeholder={EXAMPLE}
            spellCheck={false}
          />
        </div>
        <div className="field">
          <label className="label" htmlFor="pairing-file">
            Or a CSV file
          </label>
          <input className="input" type="file" id="pairing-file" name="file" accept=".csv,text/csv" />
        </div>
      </Press>
    ) : (
      <p>The chair enters a pairing.</p>
    )}
  </div>
);
