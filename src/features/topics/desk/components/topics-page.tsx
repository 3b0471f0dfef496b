import type { GuardedCycle } from '@/auth/guard';
import { formatDay } from '@/domain/dates';
import { dayIn } from '@/domain/pair';
import { isTopicMissed } from '@/domain/topic';
import { paths } from '@/lib/paths';
import { Done, Tabs } from '@/ui/staff/parts';
import { EmptyState } from '@/ui/static/notice';
import { Tag } from '@/ui/static/shapes';
import type { SentTopic } from '../../queries';

type Props = { cycle: GuardedCycle; topics: readonly SentTopic[]; edits: boolean; done: string; now: Date };

const SAID: Readonly<Record<string, string>> = { saved: 'The topic is saved.', dropped: 'The topic is taken away.' };

function standOf({ doneAt, sendOn }: SentTopic, timeZone: string, now: Date) {
  if (doneAt) return { text: 'Sent', tone: 'good' as const };
  if (isTopicMissed(dayIn(sendOn), timeZone, now)) return { text: 'Not sent: its day is over', tone: 'bad' as const };
  return { text: 'Planned', tone: 'wait' as const };
}

function Line({ cycle, topic, edits, now }: Omit<Props, 'topics' | 'done'> & { topic: SentTopic }) {
  const { text, tone } = standOf(topic, cycle.timeZone, now);
  const { doneAt, mails } = topic;
  return (
    <li>
      <span>
        {edits && !doneAt ? <a href={paths.topic(cycle.code, topic.id)}>{topic.title}</a> : topic.title}
        <span className="small soft block">
          {formatDay(topic.sendOn, 'UTC')}
          {doneAt ? `: ${mails} mails` : ''}
        </span>
      </span>
      <Tag tone={tone}>{text}</Tag>
    </li>
  );
}

/** What pairs are invited to talk about, month by month, and what was sent. */
export const TopicsPage = ({ cycle, topics, edits, done, now }: Props) => (
  <div className="stack-l reading">
    {SAID[done] ? <Done>{SAID[done]}</Done> : null}
    <header className="stack-s">
      <div className="between">
        <h1>Monthly topics</h1>
        {edits ? (
          <a className="button primary" href={paths.topic(cycle.code, 'new')}>
            Plan a topic
          </a>
        ) : null}
      </div>
      <p className="soft">
        On its day a topic goes to both people of every pair at work, once each and never at night. Whoever wants no
        reminders gets none.
      </p>
    </header>
    <Tabs
      label="What pairs are offered"
      tabs={[
        { href: paths.library(cycle.code), text: 'Activities', current: false },
        { href: paths.topics(cycle.code), text: 'Monthly topics', current: true },
      ]}
    />
    {topics.length === 0 ? (
      <EmptyState heading="No topic is planned yet">
        <p>A short question is enough. You can take one from the library and make it yours.</p>
      </EmptyState>
    ) : (
      <ul className="tasks plain">
        {topics.map((topic) => (
          <Line key={topic.id} cycle={cycle} topic={topic} edits={edits} now={now} />
        ))}
      </ul>
    )}
  </div>
);
