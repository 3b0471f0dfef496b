import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { identityInLanguage, promisesInLanguage } from '@/lib/words/identity';
import { textOf, listOf, type Answers } from '@/domain/answers';
import {
  IDENTITY_ACTIONS,
  IDENTITY_QUESTIONS,
  SAME,
  TOTALS_CONSENT,
  type IdentityAction,
  type IdentityQuestion,
} from '@/domain/forms/identity';
import type { Section } from '@/domain/questions';
import { paths } from '@/lib/paths';
import { CheckboxGroup, RadioGroup, Tick } from '@/ui/static/choices';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { FormFrame } from '../../../components/static/form-frame';
import { Step } from '../../../drafts/components/static/section-page';
import type { OpenForm } from '../../../queries';

const actions = () => IDENTITY_ACTIONS.map((value) => ({ value, label: say(`identity.action_${value}`) }));

function OneDimension({
  question,
  answers,
  problems,
}: {
  question: IdentityQuestion;
  answers: Answers;
  problems: Problems;
}) {
  const { own, wish, many } = question;
  const { ownLabel, wishLabel, sameLabel, options } = identityInLanguage(question);
  const wishes = [{ value: SAME, label: sameLabel }, ...options];
  return (
    <>
      {many ? (
        <CheckboxGroup
          name={own}
          label={ownLabel}
          hint={say('identity.tickAllThatFitOr')}
          values={listOf(answers, own)}
          options={options}
          problem={problems[own]}
        />
      ) : (
        <RadioGroup
          name={own}
          label={ownLabel}
          value={textOf(answers, own)}
          options={options}
          none={say('common.noAnswer')}
          problem={problems[own]}
        />
      )}
      <RadioGroup
        name={wish}
        label={wishLabel}
        value={textOf(answers, wish)}
        options={wishes}
        none={say('identity.noWish')}
        problem={problems[wish]}
      />
    </>
  );
}

export type IdentityPageProps = {
  form: OpenForm;
  section: Section;
  answers?: Answers;
  problems?: Problems;
  /** Whether this page was passed before, with or without answers: it then offers to keep, replace or remove. */
  again: boolean;
  action: IdentityAction;
  opened: string;
  back: '' | 'check';
};

const Promises = ({ form }: { form: OpenForm }) => (
  <div className="notice info">
    <ul className="bullets">
      {promisesInLanguage(form.cycle.identityDeleteOn, form.cycle.timeZone).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  </div>
);

/** The confidential page. Nothing typed here is kept anywhere but sealed; no script runs on it. */
export function IdentityPage({
  form,
  section,
  answers = {},
  problems = {},
  again,
  action,
  opened,
  back,
}: IdentityPageProps) {
  const { cycle, role } = form;
  return (
    <FormFrame cycle={cycle} title={titleWith(section.title, problems)}>
      <div className="form-column">
        <ErrorSummary problems={problems} />
        <div className="stack section-head">
          <p className="small">
            <a href={paths.apply(cycle.code, role)}>{say('identity.allSections')}</a>
          </p>
          <Step form={form} section={section} />
          <h1>{section.title}</h1>
          <Promises form={form} />
        </div>
        <form method="post" noValidate autoComplete="off">
          <input type="hidden" name="opened" value={opened} />
          <input type="hidden" name="return" value={back} />
          {again ? (
            <RadioGroup
              name="identity_action"
              label={say('identity.whatShouldHappenToYour')}
              hint={say('identity.answersGivenBeforeAreKept')}
              required
              value={action}
              options={actions()}
              problem={problems.identity_action}
            />
          ) : null}
          {IDENTITY_QUESTIONS.map((question) => (
            <OneDimension key={question.dimension} question={question} answers={answers} problems={problems} />
          ))}
          <div className="field">
            <Tick
              name="count_me"
              value="yes"
              checked={textOf(answers, 'count_me') === 'yes'}
              label={worded(TOTALS_CONSENT)}
            />
            <span className="hint">{say('identity.withoutThisTickYourAnswers')}</span>
          </div>
          <div className="actions">
            <button className="button primary" type="submit" name="step" value="read">
              {say('identity.continue')}
            </button>
            {again ? null : (
              <button className="button" type="submit" name="step" value="skip">
                {say('identity.skipThisPage')}
              </button>
            )}
          </div>
        </form>
      </div>
    </FormFrame>
  );
}
