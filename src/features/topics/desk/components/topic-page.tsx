import type { GuardedCycle } from '@/auth/guard';
import { formatDay } from '@/domain/dates';
import { dayIn } from '@/domain/pair';
import type { LibraryEntry } from '@/features/library/queries';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import type { Topic } from '../../queries';
import { dropTopicAction } from '../actions';
import { TopicForm } from './topic-form';

type Props = {
  cycle: GuardedCycle;
  topic: Topic | null;
  /** The entry of the library that a new topic begins with; null for an empty sheet. */
  from: LibraryEntry | null;
  entries: readonly LibraryEntry[];
};

/** Entries to begin with: a link each, so that it works without script. */
const FromLibrary = ({ code, entries }: { code: string; entries: readonly LibraryEntry[] }) =>
  entries.length === 0 ? null : (
    <details>
      <summary>Take one from the library</summary>
      <ul className="bullets">
        {entries.map(({ id, title }) => (
          <li key={id}>
            <a href={paths.topic(code, 'new', `?from=${id}`)}>{title}</a>
          </li>
        ))}
      </ul>
    </details>
  );

/** Plans a topic, or changes one that was not sent. */
export function TopicPage({ cycle, topic, from, entries }: Props) {
  const { code, id: cycleId, timeZone } = cycle;
  const place = { cycle: code, cycleId, topicId: topic?.id ?? '', version: topic?.version ?? 0 };
  const standing = topic
    ? { sendOn: dayIn(topic.sendOn), title: topic.title, words: topic.words }
    : { title: from?.title ?? '', words: from?.words ?? '' };
  return (
    <div className="stack-l">
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.library(code)}>Library</a> › <a href={paths.topics(code)}>Monthly topics</a>
        </p>
        <h1>{topic ? 'Change the topic' : 'Plan a topic'}</h1>
      </header>
      {topic ? null : <FromLibrary code={code} entries={entries} />}
      <TopicForm
        key={`${topic?.version ?? 0} ${from?.id ?? ''}`}
        place={place}
        standing={standing}
        span={`${formatDay(cycle.startsAt, timeZone)} to ${formatDay(cycle.endsAt, timeZone)}`}
      />
      {topic ? (
        <ActionForm
          action={dropTopicAction}
          fields={{ cycle: code, topicId: topic.id, version: topic.version }}
          label="Take this topic away"
          tone="danger"
        />
      ) : null}
    </div>
  );
}
