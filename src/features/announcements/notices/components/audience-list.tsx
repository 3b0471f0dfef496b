import type { AudienceView } from '../queries';

type Props = { audience: AudienceView };

/** Everybody who would get it, and everybody who would not, each with the reason. */
export const AudienceList = ({ audience: { in: group, out, count, hidden } }: Props) => (
  <section className="stack-s" aria-labelledby="group">
    <h2 id="group">
      {count} {count === 1 ? 'person gets' : 'people get'} it
    </h2>
    {group.length > 0 ? (
      <div className="table-wrap">
        <table className="table cards">
          <caption className="hidden-visually">People who get it</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Address</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {group.map(({ person, why }) => (
              <tr key={person.personId}>
                <th scope="row">{person.name}</th>
                <td data-label="Address">{person.email}</td>
                <td data-label="Why">{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    ) : null}
    {hidden > 0 ? (
      <p className="small soft">
        {hidden} whom you must not judge {hidden === 1 ? 'is' : 'are'} not listed, and {hidden === 1 ? 'gets' : 'get'}{' '}
        it too.
      </p>
    ) : null}
    {out.length > 0 ? (
      <details>
        <summary>{out.length} who do not get it, and why</summary>
        <ul className="bullets">
          {out.map(({ person, why }) => (
            <li key={person.personId}>
              {person.name}: {why}.
            </li>
          ))}
        </ul>
      </details>
    ) : null}
  </section>
);
