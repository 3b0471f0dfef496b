import { listOf, type Answers } from '@/domain/answers';
import { formatDay } from '@/domain/dates';
import { IDENTITY_QUESTIONS, identityInWords, identityOf } from '@/domain/forms/identity';
import { SummaryList } from '@/ui/static/task-list';
import { FormFrame } from '../../../components/static/form-frame';
import type { OpenForm } from '../../../queries';

type Props = { form: OpenForm; answers: Answers; opened: string; back: string };

const FIELDS = [...IDENTITY_QUESTIONS.flatMap(({ own, wish }) => [own, wish]), 'count_me'];

/** Shows the answers once, from this very request, before they are sealed. Nothing has been stored yet. */
export function ReadBackPage({ form, answers, opened, back }: Props) {
  const given = identityOf(answers);
  const entries = identityInWords(given).map(({ label, words }) => ({ key: label, label, words }));
  return (
    <FormFrame cycle={form.cycle} title="Seal these answers?">
      <div className="form-column stack-l">
        <div className="stack">
          <h1>Seal these answers?</h1>
          <p>
            This is the only time they are read back to you. Once sealed, nobody can show them, not even to you; you can
            replace or remove them until {formatDay(form.cycle.identityDeleteOn, form.cycle.timeZone)}.
          </p>
        </div>
        <SummaryList
          entries={[
            ...entries,
            { key: 'count', label: 'Counted in totals', words: given.countInTotals ? 'Yes' : 'No' },
          ]}
        />
        <form method="post" autoComplete="off">
          <input type="hidden" name="opened" value={opened} />
          <input type="hidden" name="return" value={back} />
          <input type="hidden" name="identity_action" value="replace" />
          {FIELDS.flatMap((name) =>
            listOf(answers, name).map((value) => (
              <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
            )),
          )}
          <div className="actions">
            <button className="button primary" type="submit" name="step" value="seal">
              Seal these answers
            </button>
            <button className="button" type="submit" name="step" value="change">
              Change
            </button>
          </div>
        </form>
      </div>
    </FormFrame>
  );
}
