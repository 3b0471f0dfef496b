type Member = { name: string; role: string; affiliation: string; term: string; consent: boolean };
type Props = { roster: readonly Member[]; typed: Record<string, string>; again: boolean };

/** Empty rows for people to come, also where no script runs. */
const SPARE = 3;

const COLUMNS = [
  { field: 'name', label: 'Name' },
  { field: 'role', label: 'Role' },
  { field: 'affiliation', label: 'Affiliation' },
  { field: 'term', label: 'Term' },
] as const;

/** The committee as the public page names it, a row each. */
export function RosterFields({ roster, typed, again }: Props) {
  const rows = [
    ...roster,
    ...Array.from({ length: SPARE }, () => ({ name: '', role: '', affiliation: '', term: '', consent: false })),
  ];
  return (
    <div className="table-wrap">
      <table className="table cards">
        <caption className="hidden-visually">Committee</caption>
        <thead>
          <tr>
            {COLUMNS.map(({ field, label }) => (
              <th key={field} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">Agreed to be named</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((member, row) => (
            <tr key={row}>
              {COLUMNS.map(({ field, label }) => (
                <td key={field} data-label={label}>
                  <input
                    className="input"
                    name={`member.${row}.${field}`}
                    aria-label={`${label}, row ${row + 1}`}
                    defaultValue={again ? typed[`member.${row}.${field}`] : member[field]}
                  />
                </td>
              ))}
              <td data-label="Agreed to be named">
                <input
                  type="checkbox"
                  name={`member.${row}.consent`}
                  value="yes"
                  aria-label={`Agreed to be named, row ${row + 1}`}
                  defaultChecked={again ? typed[`member.${row}.consent`] === 'yes' : member.consent}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
