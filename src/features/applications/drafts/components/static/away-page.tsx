import { answerInLanguage } from '@/lib/words/answers';
import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import type { Answers } from '@/domain/answers';
import { type Section } from '@/domain/questions';
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
    .map((question) => ({ key: question.name, label: question.label, words: answerInLanguage(question, answers) }));
  return (
    <FormFrame cycle={cycle} title={say('common.error', { words: say('apply.youWereAwayForA') })} forget={false}>
      <div className="form-column stack">
        <h1>{say('apply.youWereAwayForA')}</h1>
        <p>{say('apply.afterAnHourWithoutA')}</p>
        <ol className="steps">
          <li>
            {rich('apply.openYourApplicationAgainIn', {
              link: (words) => (
                <a href={paths.resume()} target="_blank" rel="noopener">
                  {words}
                </a>
              ),
            })}
          </li>
          <li>{say('apply.comeBackToThisTab')}</li>
        </ol>
        <form method="post" action={paths.applySection(cycle.code, role, section.key)}>
          {hidden.map(([name, value], index) => (
            <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
          ))}
          <div className="actions">
            <button className="button primary" type="submit">
              {say('apply.saveWhatITyped')}
            </button>
          </div>
        </form>
        <h2>{say('apply.whatYouTyped')}</h2>
        <SummaryList entries={entries} />
      </div>
    </FormFrame>
  );
}
