// Two cycles under review, of 10,000 and of 100,000 applications, and what a browser of the chair would hold.
import { writeFileSync } from 'node:fs';
import { createSession } from '../src/auth/sessions';
import { db } from '../src/db/client';
import { newId } from '../src/lib/id';
import { createCycle } from '../prisma/demo/cycles';
import { fillCrowd } from '../prisma/demo/crowd';
import { CYCLE_DATES } from '../prisma/demo/programs';

const [file = ''] = process.argv.slice(2);
const now = new Date();
const ring = { masterKey: process.env.VAULT_KEY ?? '', file: process.env.VAULT_KEY_FILE ?? '' };
const chair = await db.user.findFirstOrThrow({
  where: { name: { startsWith: 'Marguerite' } },
  select: { id: true, organizationId: true, grants: { where: { role: 'chair' }, select: { programId: true } } },
});
const programId = chair.grants[0]?.programId ?? '';
const { organizationId } = chair;

// Three reviews at most of an application, of forty members: each has read some hundreds, the chair among them.
const members = await Promise.all(
  Array.from({ length: 39 }, async (_, index) => {
    const [id, personId, email] = [newId(now), newId(now), `member-${index}@example.test`];
    await db.person.create({ data: { id: personId, organizationId, email, name: `Member ${index}`, createdAt: now } });
    await db.user.create({ data: { id, organizationId, personId, email, name: `Member ${index}`, createdAt: now } });
    return id;
  }),
);

const ground = { tx: db, start: now, organizationId, ring };
for (const [code, count] of [
  ['B10', 10_000],
  ['B100', 100_000],
] as const) {
  const cycle = await createCycle(ground, { programId, code, name: code, dates: CYCLE_DATES.inReview });
  const started = performance.now();
  const reviewers = [chair.id, ...members];
  // Numbers are part of the addresses: no two crowds share one.
  await fillCrowd({ tx: db, start: now, organizationId, cycle, count, reviewers, seed: count, from: count + 1 });
  console.log(`${count} applications in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
// As the worker does every minute: nobody fills a cycle of 100,000 within one.
await db.$queryRaw`SELECT app.fold_inbox_counts() AS folded`;
await db.$executeRawUnsafe('VACUUM (ANALYZE) inbox_counts');
await db.$executeRawUnsafe('VACUUM (ANALYZE) applications');
await db.$executeRawUnsafe('VACUUM (ANALYZE) reviews');
await db.$executeRaw`ANALYZE`;
const { token } = await createSession(db, { kind: 'user', userId: chair.id, idleMinutes: 60 }, now);
writeFileSync(file, JSON.stringify({ token, userId: chair.id, programId }));
await db.$disconnect();
