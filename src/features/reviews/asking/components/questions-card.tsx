import { formatInstant } from '@/domain/dates';
import type { AskedQuestion } from '../queries';
import { AskForm } from './ask-form';

type Props = {
  cycle: string;
  applicationId: string;
  questions: readonly AskedQuestion[];
  /** Whether the viewer may ask now: a member, the application is open, and no question waits. */
  mayAsk: boolean;
  timeZone: string;
};

/** What was asked and answered, and the next question. */
export function QuestionsCard({ cycle, applicationId, questions, mayAsk, timeZone }: Props) {
  if (questions.length === 0 && !mayAsk) return null;
  return (
    <section className="card stack" aria-label="Questions to the applicant">
      <h2>Questions to the applicant</h2>
      {questions.length > 0 ? (
        <ol className="plain stack">
          {questions.map(({ id, question, who, askedAt, answer, answeredAt }) => (
            <li key={id} className="stack-s">
              <p>
                <strong>{who}</strong> asked: {question}
                <span className="small quiet block">{formatInstant(askedAt, timeZone)}</span>
              </p>
              {answeredAt ? (
                <blockquote className="whitespace-pre-line">
                  {answer}
                  <span className="small quiet block">Answered {formatInstant(answeredAt, timeZone)}</span>
                </blockquote>
              ) : (
                <p className="soft">Not answered yet.</p>
              )}
            </li>
          ))}
        </ol>
      ) : null}
      {mayAsk ? <AskForm cycle={cycle} applicationId={applicationId} /> : null}
    </section>
  );
}
