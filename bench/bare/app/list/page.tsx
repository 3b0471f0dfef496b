import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, max: 10 });

export const dynamic = 'force-dynamic';

type Row = { id: string; reference: string; name: string; role: string; state: string; submitted_at: Date };

/** The least that can be done: fifty rows by an index, in a table; nobody signs in, nothing is filtered or counted. */
export default async function Page() {
  const { rows } = await pool.query<Row>(
    `SELECT id, reference, name, role, state, submitted_at FROM applications WHERE state <> 'draft' ORDER BY id LIMIT 50`,
  );
  return (
    <main>
      <h1>Applications</h1>
      <table>
        <thead>
          <tr>
            <th>Name</th>
            <th>Role</th>
            <th>State</th>
            <th>Sent</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, reference, name, role, state, submitted_at }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/list?id=${id}`}>{name}</a> <span>{reference}</span>
              </th>
              <td>{role}</td>
              <td>{state}</td>
              <td>{submitted_at.toISOString()}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
