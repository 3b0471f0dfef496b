import { expect, it } from 'vitest';
import { prisma } from '../../scripts/prisma.mjs';
import { ownerQuery, urls } from '../support/database';
import { APPLICATION_STATES } from '@/domain/application';
import { MATCH_STATES } from '@/domain/match';
import { MESSAGE_STATES } from '@/domain/message';
import { RELEASE_STATES } from '@/domain/release';

it('finds no difference between the migrations and the schema', async () => {
  const { code, output } = await prisma(
    ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma', '--exit-code'],
    {
      env: { DATABASE_URL: urls.owner },
      quiet: true,
    },
  );
  expect(output).toContain('No difference detected');
  expect(code).toBe(0);
}, 60_000);

it.each([
  ['application_state_known', APPLICATION_STATES],
  ['match_state_known', MATCH_STATES],
  ['outbox_state_known', MESSAGE_STATES],
  ['release_state_known', RELEASE_STATES],
])('%s holds the states of the rulebook', async (constraint, states) => {
  const [row] = await ownerQuery<{ definition: string }>(
    'SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = $1',
    [constraint],
  );
  expect([...(row?.definition ?? '').matchAll(/'(\w+)'::text/g)].map(([, state]) => state).sort()).toEqual(
    [...states].sort(),
  );
});
