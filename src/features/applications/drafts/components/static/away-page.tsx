import type { Answers } from '@/domain/answers';
import { answerInWords, type Section } from '@/domain/questions';
import { paths } from '@/lib/paths';
import { SummaryList } from '@/ui/static/task-list';
import { FormFrame } from '../../../components/static/form-frame';
import type { Form } from '../../../queries';

type Props = { form: Form; section: Section; answers: Answers; hidden: readonly (readonly [string, string])[] };

/** The session ended while somebody was typing: what they typed stays in this page until they are back. */
export function AwayPage({ form, section, answers, hidden }: Props) {
  const { cycle, role } = form;
  const entries = section.questions
    .filter(({ name }) => answers[name] !== undefined)
    .map((question) => ({ key: question.name, label: question.label, words: answerInWords(question, answers) }));
  return (
    <FormFrame cycle={cycle} title="Error: You were away for a while" forget={false}>
      <div className="form-column stack">
        <h1>You were away for a while</h1>
        <p>
          After an hour without a word from you we close the form, in case this computer is shared. What you typed on
          this page is still here:
        </p>
        <ol className="steps">
          <li>
            <a href={paths.resume()} target="_blank" rel="noopener">
              Open your application again
            </a>{' '}
            in a new tab, with a code from your mail.
          </li>
          <li>Come back to this tab and save.</li>
        </ol>
        <form method="post" action={paths.applySection(cycle.code, role, section.key)}>
          {hidden.map(([name, value], index) => (
            <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
          ))}
          <div className="actions">
            <button className="button primary" type="submit">
              Save what I typed
            </button>
          </div>
        </form>
        <h2>What you typed</h2>
        <SummaryList entries={entries} />
      </div>
    </FormFrame>
  );
}
