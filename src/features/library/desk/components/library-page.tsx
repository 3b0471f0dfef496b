import type { GuardedCycle } from '@/auth/guard';
import { ACTIVITY_GROUPS } from '@/domain/activities';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { Done, Tabs } from '@/ui/staff/parts';
import { EmptyState } from '@/ui/static/notice';
import { Tag } from '@/ui/static/shapes';
import type { LibraryEntry } from '../../queries';
import { beginLibraryAction } from '../actions';
import { GROUP_LABELS, KIND_LABELS, STATE_LABELS } from './library-labels';

const Entry = ({ code, entry, edits }: { code: string; entry: LibraryEntry; edits: boolean }) => {
  const { text, tone } = STATE_LABELS[entry.state];
  return (
    <li>
      <span>
        {edits ? <a href={paths.libraryEntry(code, entry.id)}>{entry.title}</a> : entry.title}
        {entry.kind === 'resource' ? <span className="soft"> {KIND_LABELS.resource}</span> : null}
        <span className="small soft block">{entry.words || 'No words yet.'}</span>
        {entry.link ? <span className="small block break-all">{entry.link}</span> : null}
      </span>
      <Tag tone={tone}>{text}</Tag>
    </li>
  );
};

type Props = { cycle: GuardedCycle; entries: readonly LibraryEntry[]; edits: boolean; done: string };

const SAID: Readonly<Record<string, string>> = {
  saved: 'The entry is saved. What it said before is in the history.',
  begun: 'The standard entries are here. Reword them as you like.',
};

/** What a program offers its pairs to do together; participants see what is shown. */
export const LibraryPage = ({ cycle, entries, edits, done }: Props) => (
  <div className="stack-l reading">
    {SAID[done] ? <Done>{SAID[done]}</Done> : null}
    <header className="stack-s">
      <div className="between">
        <h1>Library</h1>
        {edits ? (
          <a className="button primary" href={paths.libraryEntry(cycle.code, 'new')}>
            Add an entry
          </a>
        ) : null}
      </div>
      <p className="soft">
        Activities and resources for pairs of {cycle.program.name}, in every cycle. Drafts and hidden entries are seen
        here alone.
      </p>
    </header>
    <Tabs
      label="What pairs are offered"
      tabs={[
        { href: paths.library(cycle.code), text: 'Activities', current: true },
        { href: paths.topics(cycle.code), text: 'Monthly topics', current: false },
      ]}
    />
    {entries.length === 0 ? (
      <EmptyState heading="The library is empty">
        <p>Begin with a dozen short activities in five groups, and make them yours.</p>
        {edits ? (
          <ActionForm
            action={beginLibraryAction}
            fields={{ cycle: cycle.code, programId: cycle.programId }}
            label="Begin with the standard entries"
          />
        ) : null}
      </EmptyState>
    ) : null}
    {ACTIVITY_GROUPS.map((group) => {
      const within = entries.filter((entry) => entry.group === group);
      return within.length === 0 ? null : (
        <section key={group} className="stack-s" aria-labelledby={group}>
          <h2 id={group}>{GROUP_LABELS[group]}</h2>
          <ul className="tasks plain">
            {within.map((entry) => (
              <Entry key={entry.id} code={cycle.code} entry={entry} edits={edits} />
            ))}
          </ul>
        </section>
      );
    })}
  </div>
);
