import type { GuardedCycle } from '@/auth/guard';
import type { BookSection, CycleBook } from '@/domain/cycle-book';
import { nextOpening } from '@/domain/cycle-plan';
import { dayOf } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';
import type { Note } from '../queries';
import { AddNoteForm, ChangeNoteForm } from './note-forms';

type Props = {
  cycle: GuardedCycle;
  book: CycleBook;
  notes: readonly Note[];
  /** Whether the reader may set up a cycle. */
  setsUp: boolean;
  done: string;
  now: Date;
};

const DONE: Readonly<Record<string, string>> = { noted: 'Noted.', removed: 'The note is removed.' };

/** All that a cycle was, on one page that prints: for whoever runs the next. */
export const BookPage = ({ cycle, book, notes, setsUp, done, now }: Props) => (
  <div className="stack-l">
    {DONE[done] ? <Done>{DONE[done]}</Done> : null}
    <header className="stack-s">
      <h1>Cycle book</h1>
      <p className="soft reading">
        {book.title}. {book.made} What was planned, decided and sent, what came of it, and what the next cycle should
        know. It prints.
      </p>
      <p className="row no-print">
        {setsUp ? (
          <a className="button" href={nextCycle(cycle, now)}>
            Set up the next cycle from this one
          </a>
        ) : null}
        <a href={paths.cycleBookText(cycle.code)}>Get it as text</a>
      </p>
    </header>
    <div className="gap-14 lg:columns-2">
      {book.sections.map((section) => (
        <Section key={section.key} section={section} />
      ))}
    </div>
    <Notes cycle={cycle} notes={notes} />
  </div>
);

/** Begun from this one, on a day that staff may change there. */
function nextCycle({ code, program, opensAt, timeZone }: GuardedCycle, now: Date): string {
  const opens = nextOpening(dayOf(opensAt, timeZone), dayOf(now, timeZone));
  return paths.newCycle(program.slug, `?template=from-${code}&opens=${opens}`);
}

const Section = ({ section: { key, heading, lines, none } }: { section: BookSection }) => (
  <section className="stack-s mb-8 break-inside-avoid" aria-labelledby={`book-${key}`}>
    <h2 id={`book-${key}`}>{heading}</h2>
    {lines.length === 0 ? (
      <p className="soft">{none}</p>
    ) : (
      <dl className="summary-list">
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    )}
  </section>
);

function Notes({ cycle, notes }: Pick<Props, 'cycle' | 'notes'>) {
  const place = { cycle: cycle.code, cycleId: cycle.id };
  return (
    <section className="card stack" id="notes" aria-labelledby="notes-head">
      <h2 id="notes-head">For the next cycle</h2>
      {notes.length === 0 ? <p className="soft">Nothing noted yet. Write it down while it is fresh.</p> : null}
      <ul className="plain stack">
        {notes.map((note) => (
          <li key={note.id} className="stack-s">
            <p className="reading whitespace-pre-line">{note.words}</p>
            <p className="small soft">
              {note.who}, {note.day}
            </p>
            <ChangeNoteForm place={place} note={note} />
          </li>
        ))}
      </ul>
      <div className="no-print">
        <AddNoteForm place={place} />
      </div>
    </section>
  );
}
