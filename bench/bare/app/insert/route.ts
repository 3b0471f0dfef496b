import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, max: 10 });

/** The least that can be done: read a form, insert one row, redirect. */
export async function POST(request: Request): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  await pool.query('INSERT INTO bare (id, body) VALUES ($1, $2)', [crypto.randomUUID(), form.get('body')]);
  return new Response(null, { status: 303, headers: { location: '/page' } });
}
