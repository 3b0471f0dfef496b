import { say } from '@/lib/words/say';
import { Tag } from './shapes';

export type Task = {
  href: string;
  name: string;
  minutes: number;
  state: string;
  tone: 'plain' | 'good' | 'wait' | 'bad';
};

/** One line per page of a form: name, minutes, state in words. */
export const TaskList = ({ tasks }: { tasks: readonly Task[] }) => (
  <ol className="tasks plain">
    {tasks.map(({ href, name, minutes, state, tone }) => (
      <li key={href}>
        <span>
          <a href={href}>{name}</a> <span className="small quiet">{say('common.about', { minutes })}</span>
        </span>
        <Tag tone={tone}>{state}</Tag>
      </li>
    ))}
  </ol>
);

type Entry = { key: string; label: string; words: string };

/** Questions with their answers, for reading over. */
export const SummaryList = ({ entries, empty }: { entries: readonly Entry[]; empty?: string }) => (
  <dl className="summary-list">
    {entries.map(({ key, label, words }) => (
      <div key={key}>
        <dt>{label}</dt>
        <dd>{words || <span className="quiet">{empty ?? say('common.noAnswer')}</span>}</dd>
      </div>
    ))}
  </dl>
);
