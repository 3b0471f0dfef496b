// Fills a database with finished drafts that only wait to be sent, and writes what a browser would hold for each.
import { writeFileSync } from 'node:fs';
import { db } from '../src/db/client';
import { newId } from '../src/lib/id';
import { createSession } from '../src/auth/sessions';
import { NO_ANSWERS, sealAnswers } from '../src/vault/seal';
import { MENTORING_2026 } from '../src/domain/forms/mentoring-2026';
import { inventPerson } from '../prisma/demo/people';
import { seededRandom } from '../prisma/demo/random';

const [file = '', wanted = '0'] = process.argv.slice(2);
const now = new Date();
const random = seededRandom(5);
const cycle = await db.cycle.findFirstOrThrow({ where: { opensAt: { lte: now }, closesAt: { gt: now } } });

async function oneDraft(index: number) {
  const person = inventPerson(random, 'mentee', 1_000_000 + index);
  const shared = { organizationId: cycle.organizationId, cycleId: cycle.id, email: person.email };
  const session = await createSession(db, { kind: 'participant', email: person.email, idleMinutes: 60 }, now);
  const [draftId, applicationId, key] = [newId(now), newId(now), newId(now)];
  await db.draft.create({
    data: {
      ...shared,
      id: draftId,
      role: 'mentee',
      sessionId: session.id,
      answers: { ...person.answers, member: 'yes' },
      submissionKey: key,
      startedAt: now,
      updatedAt: now,
      savedSections: MENTORING_2026.sections.map((section) => section.key),
    },
  });
  await db.application.create({
    data: { ...shared, id: applicationId, draftId, role: 'mentee', formVersion: cycle.formVersion },
  });
  await sealAnswers(db, { ...shared, applicationId, publicKey: cycle.publicKey, keyId: cycle.keyId }, NO_ANSWERS);
  return { token: session.token, key };
}

const drafts: { token: string; key: string }[] = [];
for (let index = 0; index < Number(wanted); index += 10) {
  drafts.push(...(await Promise.all(Array.from({ length: 10 }, (_, i) => oneDraft(index + i)))));
}
writeFileSync(file, JSON.stringify({ cycle: cycle.code.toLowerCase(), drafts }));
await db.$disconnect();
