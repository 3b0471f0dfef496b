import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { listOf, type Answers } from '@/domain/answers';
import { formatDay } from '@/lib/words/dates';
import { IDENTITY_QUESTIONS, identityInWords, identityOf } from '@/domain/forms/identity';
import { SummaryList } from '@/ui/static/task-list';
import { FormFrame } from '../../../components/static/form-frame';
import type { OpenForm } from '../../../queries';

type Props = { form: OpenForm; answers: Answers; opened: string; back: string };

const FIELDS = [...IDENTITY_QUESTIONS.flatMap(({ own, wish }) => [own, wish]), 'count_me'];

/** Shows the answers once, from this very request, before they are sealed. Nothing has been stored yet. */
export function ReadBackPage({ form, answers, opened, back }: Props) {
  const given = identityOf(answers);
  const entries = identityInWords(given, worded).map(({ label, words }) => ({ key: label, label, words }));
  return (
    <FormFrame cycle={form.cycle} title={say('identity.sealTheseAnswers')}>
      <div className="form-column stack-l">
        <div className="stack">
          <h1>{say('identity.sealTheseAnswers')}</h1>
          <p>
            {say('identity.thisIsTheOnlyTime', { day: formatDay(form.cycle.identityDeleteOn, form.cycle.timeZone) })}
          </p>
        </div>
        <SummaryList
          entries={[
            ...entries,
            {
              key: 'count',
              label: say('identity.countedInTotals'),
              words: given.countInTotals ? worded('Yes') : worded('No'),
            },
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
              {say('identity.sealTheseAnswers2')}
            </button>
            <button className="button" type="submit" name="step" value="change">
              {say('identity.change')}
            </button>
          </div>
        </form>
      </div>
    </FormFrame>
  );
}
