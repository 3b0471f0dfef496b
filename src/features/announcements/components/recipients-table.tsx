import { LETTER_LABELS } from '@/domain/letters/defaults';
import { STATE_LABELS, type ApplicationState } from '@/domain/application';
import { paths } from '@/lib/paths';
import { Reference, RoleTag } from '@/ui/static/shapes';
import type { Recipients } from '../releases/queries';

type Props = { code: string; recipients: Recipients };

/** Everybody who gets a letter, with the reason; below, who gets none, and why. */
export function RecipientsTable({ code, recipients: { told, silent, hidden } }: Props) {
  return (
    <div className="stack">
      <div className="table-wrap">
        <table className="table cards">
          <caption className="hidden-visually">People who get a letter</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Application</th>
              <th scope="col">What the letter says</th>
              <th scope="col">Letter</th>
            </tr>
          </thead>
          <tbody>
            {told.map((person) => (
              <RecipientRow key={person.personId} code={code} person={person} />
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 ? (
        <p className="small soft">
          Letters about your own application, or about people whom you must not judge, are not listed.
        </p>
      ) : null}
      {silent.length > 0 ? <Silent silent={silent} /> : null}
    </div>
  );
}

function RecipientRow({
  code,
  person: { personId, name, email, parts },
}: {
  code: string;
  person: Recipients['told'][number];
}) {
  return (
    <tr>
      <th scope="row">
        {name}
        <br />
        <span className="small soft font-normal">{email}</span>
      </th>
      <td data-label="Application">
        {[...new Map(parts.map((part) => [part.reference, part])).values()].map(({ reference, role }) => (
          <div key={reference} className="row-s">
            <RoleTag shape={role} /> <Reference>{reference}</Reference>
          </div>
        ))}
      </td>
      <td data-label="What the letter says">
        {parts.map(({ kind, partner }) => (
          <div key={`${kind}${partner}`}>
            {LETTER_LABELS[kind]}
            {partner ? ` with ${partner}` : ''}
          </div>
        ))}
      </td>
      <td data-label="Letter">
        <a href={paths.letterPreview(code, personId)}>
          Read<span className="hidden-visually"> the letter to {name}</span>
        </a>
      </td>
    </tr>
  );
}

const WHY: Partial<Record<ApplicationState, string>> = {
  withdrawn: 'withdrew; they were told when they did',
  draft: 'never sent the application',
};

function Silent({ silent }: { silent: Recipients['silent'] }) {
  return (
    <details>
      <summary>{silent.length} who get no letter, and why</summary>
      <ul className="bullets">
        {silent.map(({ name, reference, state }) => (
          <li key={reference}>
            {name} <Reference>{reference}</Reference>: {WHY[state] ?? STATE_LABELS[state].toLowerCase()}.
          </li>
        ))}
      </ul>
    </details>
  );
}
