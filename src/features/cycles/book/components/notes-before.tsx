import { paths } from '@/lib/paths';
import type { Note } from '../queries';

/** What the earlier cycle wants this one to know, beside the form that begins with it. */
export const NotesBefore = ({
  cycle: { code, name },
  notes,
}: {
  cycle: { code: string; name: string };
  notes: readonly Note[];
}) => (
  <section className="card stack-s form-column" aria-labelledby="noted">
    <h2 id="noted">Noted in {name}</h2>
    {notes.length === 0 ? <p className="soft">Nothing was noted for this cycle.</p> : null}
    <ul className="bullets">
      {notes.map(({ id, words }) => (
        <li key={id} className="whitespace-pre-line">
          {words}
        </li>
      ))}
    </ul>
    <p>
      <a href={paths.cycleBook(code)}>Read the whole book of {name}</a>
    </p>
  </section>
);
