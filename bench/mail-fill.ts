// A cycle of 10,000 people who are all told something, ready for its release, and what a browser of staff would hold.
import { writeFileSync } from 'node:fs';
import { createSession } from '../src/auth/sessions';
import { db } from '../src/db/client';
import { requestRelease } from '../src/features/announcements/releases/commands';
import { createCycle } from '../prisma/demo/cycles';
import { CYCLE_DATES } from '../prisma/demo/programs';
import { fillToldCrowd } from '../prisma/demo/told-crowd';

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
await fillToldCrowd({
  tx: db,
  start: now,
  organizationId,
  cycle,
  count: LETTERS,
  seed: 10,
  from: 20_001,
  approvedById: asks.id,
});
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
