import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { Document } from '@/ui/static/document';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { LongInput } from '@/ui/static/inputs';
import { Notice } from '@/ui/static/notice';
import { Reference } from '@/ui/static/shapes';
import type { QuestionTo } from '../../queries';
import { ANSWER_WORDS } from '../../schema';

type Props = { question: QuestionTo; answer: string; problems?: Problems };

/** What the committee asks, and the field for the answer; once answered, both to read. */
export function AnswerPage({ question, answer, problems = {} }: Props) {
  const { reference, cycle } = question.application;
  const { program } = cycle;
  return (
    <Document
      title={titleWith(say('answer.title'), problems)}
      program={{ name: program.name, href: paths.program(program.slug) }}
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        <div className="stack-s">
          <p className="small">
            <a href={paths.status()}>{say('status.myApplications')}</a> <Reference>{reference}</Reference>
          </p>
          <h1>{say('answer.title')}</h1>
        </div>
        <blockquote lang="en">{question.question}</blockquote>
        {question.answeredAt ? (
          <Notice tone="good" heading={say('answer.sent')}>
            <p className="whitespace-pre-line">{question.answer}</p>
          </Notice>
        ) : (
          <form method="post" action={paths.statusAnswer(question.id)} noValidate>
            <LongInput
              name="answer"
              label={say('answer.label')}
              hint={say('answer.hint')}
              required
              words={ANSWER_WORDS}
              value={answer}
              problem={problems.answer}
            />
            <div className="actions">
              <button className="button primary" type="submit">
                {say('answer.send')}
              </button>
            </div>
          </form>
        )}
      </div>
    </Document>
  );
}
