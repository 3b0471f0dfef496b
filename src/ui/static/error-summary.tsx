import { say } from '@/lib/words/say';
import { fieldId } from './field';

/** Field name → what is wrong, in the order of the page. */
export type Problems = Readonly<Record<string, string>>;

/** On top of the page, takes the focus, and leads to each field. */
export function ErrorSummary({
  problems,
  labels = {},
}: {
  problems: Problems;
  /** Names of fields whose problems read alike. */
  labels?: Problems;
}) {
  const entries = Object.entries(problems);
  if (entries.length === 0) return null;
  // After a form came back with errors, this is where a person has to start.
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    <div className="error-summary stack-s" id="problems" role="alert" tabIndex={-1} autoFocus>
      <h2>{say('common.pleaseLookAtThisAgain')}</h2>
      <ul className="plain">
        {entries.map(([name, problem]) => (
          <li key={name}>
            <a href={`#${fieldId(name)}`}>
              {labels[name] ? `${labels[name]}: ` : ''}
              {problem}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "Error: About you" in the title, so that a screen reader says it first. */
export const titleWith = (title: string, problems: Problems): string =>
  Object.keys(problems).length > 0 ? say('common.error', { words: title }) : title;
