// What must be noticed: acknowledged forms that are really lost, one that is stored twice, a letter that is sent twice.
import { setTimeout as wait } from 'node:timers/promises';
import { checkMail, checkTold } from '../check';
import { crowdOf, gather, outcomeOf, sized, type Context, type Fault } from '../context';

/**
 * Commits are acknowledged before they are written anywhere: not to the disk, and for ten seconds not even to the operating
 * system. Whoever kills the server then loses what was acknowledged, as a power cut does with `synchronous_commit=off` alone.
 */
const FORGETFUL = {
  synchronous_commit: 'off',
  wal_writer_delay: '10000ms',
  wal_writer_flush_after: '1GB',
  wal_buffers: '64MB',
};

const lossy: Fault = {
  name: 'lossy',
  what: 'control: synchronous_commit=off and a kill -9 of PostgreSQL must show acknowledged forms as missing',
  isControl: true,
  run: async (context) => {
    const { database } = context.world;
    const count = sized(context, 60, 400);
    const people = await gather(context, count);
    await database.stop();
    await database.start(FORGETFUL);
    const crowd = crowdOf(context, { name: 'lossy', people: people.filter(({ token }) => token !== null) });
    await crowd.done;
    await database.kill();
    await database.start();
    return outcomeOf(crowd, { faults: 1, kills: 1 });
  },
};

const doubleForm: Fault = {
  name: 'double-form',
  what: 'control: a second copy of a stored form must show as stored twice',
  isControl: true,
  run: async (context) => {
    const { world, cycle } = context;
    const crowd = crowdOf(context, { name: 'double-form', people: await gather(context, 12) });
    const outcome = await outcomeOf(crowd, { faults: 1 });
    const [victim] = crowd.ledger.told;
    await world.query(
      `WITH other AS (
         INSERT INTO persons (id, organization_id, email, name, created_at)
         SELECT gen_random_uuid(), organization_id, 'copy-' || email, name, created_at FROM persons WHERE email = $1 RETURNING id)
       INSERT INTO applications (id, organization_id, cycle_id, draft_id, person_id, role, state, reference, name, email, answers,
         form_version, places, submitted_at)
       SELECT gen_random_uuid(), organization_id, cycle_id, draft_id, (SELECT id FROM other), role, state, reference || '-copy', name,
         email, answers, form_version, places, submitted_at FROM applications WHERE email = $1 AND reference IS NOT NULL`,
      [victim?.address],
    );
    const { problems, twice } = await checkTold(world, cycle, crowd.ledger.told);
    await world.query("DELETE FROM applications WHERE reference LIKE '%-copy'");
    // A check that fails before anything was planted proves nothing.
    return { ...outcome, twice, problems: outcome.problems.length > 0 ? [] : problems };
  },
};

/** Waits until the mail server has taken this letter so often. */
async function takenTimes({ world }: Context, id: string, times: number): Promise<void> {
  for (let tries = 0; tries < 600 && (world.sink.taken.get(id) ?? 0) < times; tries += 1) await wait(100);
}

const doubleLetter: Fault = {
  name: 'double-letter',
  what: 'control: a letter that goes to the mail server twice must show as doubled',
  isControl: true,
  run: async (context) => {
    const { world } = context;
    const crowd = crowdOf(context, { name: 'double-letter', people: await gather(context, 4) });
    const outcome = await outcomeOf(crowd, { faults: 1 });
    const [row] = await world.query<{ id: string }>(
      'SELECT id FROM outbox_messages WHERE to_address = $1 AND kind = $2',
      [crowd.ledger.told[0]?.address, 'receipt'],
    );
    const id = row?.id ?? '';
    await takenTimes(context, id, 1);
    await wait(300);
    // As if the answer of the mail server had not been kept.
    await world.query("UPDATE outbox_messages SET state = 'queued', attempts = 0, not_before = now() WHERE id = $1", [
      id,
    ]);
    await takenTimes(context, id, 2);
    const { doubled } = await checkMail(world);
    world.sink.taken.set(id, 1);
    return { ...outcome, problems: doubled > 0 ? [`${doubled} letters doubled`] : [] };
  },
};

export const CONTROLS: readonly Fault[] = [lossy, doubleForm, doubleLetter];
