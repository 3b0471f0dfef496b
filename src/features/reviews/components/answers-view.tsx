import { Pips } from '@/ui/staff/parts';
import type { ReadSection } from '../queries';

type Props = {
  sections: readonly ReadSection[];
  /** Where the file of a question can be fetched. */ fileHref: (question: string) => string;
};

/** The answers by section, as they were given; ratings as squares and numbers. */
export const AnswersView = ({ sections, fileHref }: Props) =>
  sections.map(({ key, title, answers }) => (
    <section key={key} aria-labelledby={`section-${key}`}>
      <h2 id={`section-${key}`} className="mb-2">
        {title}
      </h2>
      <dl className="summary-list mt-2!">
        {answers.map((answer) => (
          <div key={answer.name}>
            <dt>
              {answer.label}
              {answer.confidential ? <span className="small quiet block font-normal">Confidential</span> : null}
            </dt>
            <dd>
              {answer.type === 'file' ? <a href={fileHref(answer.name)}>{answer.text}</a> : <Answer {...answer} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));

function Answer({ text, rating, type }: ReadSection['answers'][number]) {
  if (rating !== null)
    return (
      <>
        <Pips value={rating} of={5} />
        {text}
      </>
    );
  if (type !== 'many' || !text.includes('\n')) return text;
  return (
    <ul className="plain">
      {text.split('\n').map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}
