import type { Answers } from '@/domain/answers';
import { answerInWords, isAnswered, isAsked } from '@/domain/questions';
import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';
import { SummaryList } from '@/ui/static/task-list';
import type { Trial } from '../../queries';
import { TrialFrame } from './trial-page';

/** All answers at the end of a trial: what an application would hold. */
export const TrialCheckPage = ({ trial, answers }: { trial: Trial; answers: Answers }) => (
  <TrialFrame trial={trial} title="Check your answers">
    <h1>Check your answers</h1>
    <Notice tone="good" heading="This form can be sent">
      <p>
        Every page is whole. An applicant would now tick the statement and send.{' '}
        <a href={paths.form(trial.cycle.code)}>Back to the form</a>
      </p>
    </Notice>
    {trial.sections.map(({ key, title, questions }) => (
      <section key={key} className="stack-s">
        <h2>{title}</h2>
        <SummaryList
          entries={questions
            .filter((question) => isAnswered(question) && isAsked(question, answers))
            .map((question) => ({
              key: question.name,
              label: question.label,
              words: answerInWords(question, answers),
            }))}
        />
      </section>
    ))}
  </TrialFrame>
);
