import { Tag } from '@/ui/static/shapes';
import type { Attendee } from '../queries';
import { ANSWER_LABELS, ROLE_LABELS } from './event-labels';

type Props = {
  attendees: readonly Attendee[];
  /** Whether what to arrange is this reader's to see. */ edits: boolean;
  over: boolean;
};

const cameIn = (came: boolean | null) => (came === null ? 'not said' : came ? 'Yes' : 'No');

const Line = ({ one, edits, over }: { one: Attendee; edits: boolean; over: boolean }) => (
  <tr>
    <th scope="row">{one.name}</th>
    <td data-label="As">{one.roles.map((role) => ROLE_LABELS[role]).join(', ') || 'no longer here'}</td>
    <td data-label="Answer">
      <Tag tone={ANSWER_LABELS[one.state].tone}>
        {one.line > 0 ? `${ANSWER_LABELS[one.state].text}, place ${one.line}` : ANSWER_LABELS[one.state].text}
      </Tag>
    </td>
    {edits ? <td data-label="To arrange">{one.arrange || 'nothing'}</td> : null}
    {over ? <td data-label="Came">{cameIn(one.came)}</td> : null}
  </tr>
);

const isSilent = ({ state, came }: Attendee) => state === 'none' && came === null;

/** Who has not answered, by name: a long list that is read seldom. */
function Silent({ attendees }: Pick<Props, 'attendees'>) {
  const silent = attendees.filter(isSilent);
  return silent.length === 0 ? null : (
    <details>
      <summary>{silent.length === 1 ? 'One has not answered' : `${silent.length} have not answered`}</summary>
      <ul className="bullets">
        {silent.map(({ personId, name, roles }) => (
          <li key={personId}>
            {name}, {roles.map((role) => ROLE_LABELS[role]).join(', ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Everybody who is invited or answered. */
export const AttendeeTable = ({ attendees, edits, over }: Props) => (
  <section className="stack-s" aria-labelledby="people">
    <h2 id="people">Answers</h2>
    {attendees.length === 0 ? (
      <p>Nobody is invited yet: pairs appear here once both were told of their match.</p>
    ) : null}
    {attendees.some((one) => !isSilent(one)) ? (
      <div className="table-wrap">
        <table className="table cards">
          <caption className="hidden-visually">Who is invited, and what they answered</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">As</th>
              <th scope="col">Answer</th>
              {edits ? <th scope="col">To arrange</th> : null}
              {over ? <th scope="col">Came</th> : null}
            </tr>
          </thead>
          <tbody>
            {attendees
              .filter((one) => !isSilent(one))
              .map((one) => (
                <Line key={one.personId} one={one} edits={edits} over={over} />
              ))}
          </tbody>
        </table>
      </div>
    ) : null}
    <Silent attendees={attendees} />
  </section>
);
