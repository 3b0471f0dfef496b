// A cycle of 10,000 people who are all told something, ready for its release, and what a browser of staff would hold.
import { writeFileSync } from 'node:fs';
import { createSession } from '../src/auth/sessions';
import { db } from '../src/db/client';
import { requestRelease } from '../src/features/announcements/releases/commands';
import { newId } from '../src/lib/id';
import { createCycle } from '../prisma/demo/cycles';
import { fillCrowd } from '../prisma/demo/crowd';
import { CYCLE_DATES } from '../prisma/demo/programs';

const LETTERS = 10_000;
const [file = ''] = process.argv.slice(2);
const now = new Date();
const ring = { masterKey: process.env.VAULT_KEY ?? '', file: process.env.VAULT_KEY_FILE ?? '' };
const staffOf = (name: string) =>
  db.user.findFirstOrThrow({
    where: { name: { startsWith: name } },
    select: {
      id: true,
      personId: true,
      name: true,
      email: true,
      organizationId: true,
      grants: { select: { programId: true, role: true } },
    },
  });
const [asks, confirms] = [await staffOf('Marguerite'), await staffOf('Linus')];
const programId = asks.grants.find(({ role }) => role === 'chair')?.programId ?? '';
const { organizationId } = asks;

const ground = { tx: db, start: now, organizationId, ring };
const dates = CYCLE_DATES.inReview;
const cycle = await createCycle(ground, { programId, code: 'M10', name: 'M10', dates, confirmation: 'both_after' });
await fillCrowd({ tx: db, start: now, organizationId, cycle, count: LETTERS, seed: 10, from: 20_001 });
await db.$executeRaw`
  UPDATE applications SET later_by = NULL, state = CASE WHEN state IN ('declined', 'withdrawn') THEN 'declined' ELSE 'accepted' END,
    unmet_rule = CASE WHEN state IN ('declined', 'withdrawn') THEN 'You are 18 or older.' ELSE '' END
  WHERE cycle_id = ${cycle.id}::uuid`;
const planId = newId(now);
await db.plan.create({
  data: {
    id: planId,
    organizationId,
    cycleId: cycle.id,
    number: 1,
    state: 'approved',
    inputsHash: 'x',
    weights: {},
    totalFit: 1,
    matchedCount: 1,
    verified: true,
    createdById: asks.id,
    createdAt: now,
    approvedById: asks.id,
    approvedAt: now,
  },
});
// Every mentor has one mentee.
await db.$executeRaw`
  WITH sides AS (
    SELECT id, role, row_number() OVER (PARTITION BY role ORDER BY id) AS place
    FROM applications WHERE cycle_id = ${cycle.id}::uuid AND state = 'accepted')
  INSERT INTO matches (id, organization_id, cycle_id, plan_id, mentor_application_id, mentee_application_id, state, reference, fit,
    reasons, safe_reasons, created_at)
  SELECT gen_random_uuid(), ${organizationId}::uuid, ${cycle.id}::uuid, ${planId}::uuid, m.id, e.id, 'approved', 'M10-P-' || m.place,
    50000, '[]', '["You both chose storytime."]', ${now}
  FROM sides m JOIN sides e ON e.place = m.place AND m.role = 'mentor' AND e.role = 'mentee'`;
await db.$executeRaw`ANALYZE`;

const actor = {
  kind: 'user' as const,
  userId: asks.id,
  personId: asks.personId,
  name: asks.name,
  email: asks.email,
  grants: asks.grants.map((grant) => ({ ...grant, role: 'chair' as const, until: null })),
  closed: [],
};
await requestRelease(actor, { cycleId: cycle.id, letterCount: LETTERS, holdMinutes: 60, beginsAt: '' }, now);
const { token } = await createSession(db, { kind: 'user', userId: confirms.id, idleMinutes: 60 }, now);
const { personId } = await db.application.findFirstOrThrow({
  where: { cycleId: cycle.id },
  select: { personId: true },
});
writeFileSync(file, JSON.stringify({ token, cycleId: cycle.id, personId }));
await db.$disconnect();
