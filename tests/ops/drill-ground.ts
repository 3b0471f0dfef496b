import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { createDatabase, withClient } from '../../scripts/lib/database.mjs';
import { restore } from '../../scripts/lib/restore.mjs';
import { db } from '@/db/client';
import { makeCycleKey, type KeyRing } from '@/vault/keys';
import { sealAnswers } from '@/vault/seal';
import { urls } from '../support/database';
import { createActor, createApplied, createProgram, createTestCycle } from '../support/factories';

export const folder = mkdtempSync(join(tmpdir(), 'bookend-drill-'));
export const ring: KeyRing = {
  masterKey: Buffer.alloc(32, 7).toString('base64url'),
  file: join(folder, 'vault', 'keys.json'),
};
const databases: string[] = [];
const at = (name: string) => Object.assign(new URL(urls.owner), { pathname: `/${name}` }).toString();

/** An empty database beside the test's own. */
export async function emptyDatabase(): Promise<string> {
  const name = `bookend_drill_${process.pid}_${databases.length}`;
  databases.push(name);
  await createDatabase(at('postgres'), name);
  return at(name);
}
export async function dropDatabases(): Promise<void> {
  for (const name of databases)
    await withClient(at('postgres'), (client: pg.Client) =>
      client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
    );
}

export const WORD = 'a-word-that-stands-nowhere-else';

/** Two cycles with people who gave confidential answers, under keys of this drill. */
export async function createLife() {
  const program = await createProgram();
  await createActor(program, 'chair');
  const cycles = [];
  for (let index = 0; index < 2; index += 1) {
    const made = await createTestCycle(program);
    const keyId = `${made.code}-1`;
    const publicKey = makeCycleKey(ring, keyId);
    await db.cycle.update({ where: { id: made.id }, data: { publicKey } });
    const people = [];
    for (let person = 0; person < 2; person += 1) {
      const [applied] = await createApplied(program, made, { role: person ? 'mentor' : 'mentee', places: 1 });
      const applicationId = applied?.applicationId ?? '';
      const place = { applicationId, organizationId: program.organizationId, cycleId: made.id, publicKey, keyId };
      const answer = { own: [WORD], wish: null };
      await sealAnswers(db, place, { gender: answer, ethnicity: answer });
      people.push({ ...place, personId: applied?.personId ?? '', email: applied?.person.email ?? '' });
    }
    cycles.push({ ...made, people });
  }
  return { program, cycles };
}

export const restoreInto = (ownerUrl: string, file: string, replace = false) =>
  restore({ ownerUrl, file, ring, replace, passwords: { web: 'test', worker: 'test' } });
