import type { GuardedCycle } from '@/auth/guard';
import { paths } from '@/lib/paths';
import type { LibraryEntry } from '../../queries';
import { EntryForm } from './entry-form';

type Props = { cycle: GuardedCycle; entry: LibraryEntry | null; /** The next free place. */ next: number };

const standingOf = (entry: LibraryEntry | null, next: number) =>
  entry
    ? { ...textsOf(entry), position: String(entry.position) }
    : { kind: 'activity', group: 'create', state: 'draft', position: String(next) };

const textsOf = ({ kind, group, title, words, link, state }: LibraryEntry) => ({
  kind,
  group,
  title,
  words,
  link,
  state,
});

/** Adds an entry to the library, or changes one. */
export const EntryPage = ({ cycle, entry, next }: Props) => (
  <div className="stack-l">
    <header className="stack-s">
      <p className="crumbs">
        <a href={paths.library(cycle.code)}>Library</a>
      </p>
      <h1>{entry ? entry.title : 'Add an entry'}</h1>
    </header>
    <EntryForm
      key={entry?.version ?? 0}
      place={{
        cycle: cycle.code,
        programId: cycle.programId,
        entryId: entry?.id ?? '',
        version: entry?.version ?? 0,
      }}
      standing={standingOf(entry, next)}
    />
  </div>
);
