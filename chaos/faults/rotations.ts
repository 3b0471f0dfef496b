// The operator's commands that replace keys, killed in the middle and run again.
import { readSecrets } from '../../scripts/lib/secrets.mjs';
import type { KeyRing } from '../../src/vault/keys';
import { killWhen, startCommand, type Ended } from '../command';
import { sized, type Context, type Fault } from '../context';
import { NOTHING } from '../outcome';
import { keyNames, recordsOf, sealCycle, sealedProblems, type Sealed } from './sealed';

const failedBy = ({ code, output }: Ended): string[] =>
  code === 0 ? [] : [`the command ended with ${code}: ${output.slice(-300)}`];

/** The keys under whichever of the two master keys they are wrapped just now; both are kept until the command is done. */
async function underEither(context: Context, sealed: Sealed): Promise<string[]> {
  const { VAULT_KEY, VAULT_KEY_NEXT } = readSecrets(context.world.folder);
  const { file } = context.world.ring;
  const found = await Promise.all(
    [VAULT_KEY, VAULT_KEY_NEXT]
      .filter((key) => key !== undefined)
      .map((masterKey) => sealedProblems(context, sealed, { masterKey, file })),
  );
  return found.some((problems) => problems.length === 0) ? [] : (found[0] ?? ['no key is kept']);
}

const ringNow = ({ world }: Context): KeyRing => ({
  masterKey: readSecrets(world.folder).VAULT_KEY ?? '',
  file: world.ring.file,
});

const rotate: Fault = {
  name: 'rotate',
  what: 'kill -9 of `npm run vault -- rotate`, then run again',
  run: async (context) => {
    const { world, random } = context;
    // Many keys make the one write that matters long enough to be hit.
    const sealed = await sealCycle(context, 'R26', sized(context, 20, 100));
    await context.worker.stop();
    const whole = await startCommand(world, 'vault.mjs', ['rotate']).ended;
    const problems = failedBy(whole);
    const times = sized(context, 2, 12);
    let kills = 0;
    for (let turn = 0; turn < times; turn += 1) {
      const begun = performance.now();
      // Most of the command is its start; its work is near the end.
      const moment = whole.ms * (0.6 + random.next() * 0.45);
      if (await killWhen(startCommand(world, 'vault.mjs', ['rotate']), () => performance.now() - begun > moment))
        kills += 1;
      problems.push(...(await underEither(context, sealed)));
    }
    problems.push(...failedBy(await startCommand(world, 'vault.mjs', ['rotate']).ended));
    problems.push(...(await sealedProblems(context, sealed, ringNow(context))));
    if (readSecrets(world.folder).VAULT_KEY_NEXT) problems.push('the next key is still kept beside the one in use');
    world.useMasterKey(ringNow(context).masterKey);
    context.worker = await world.steadyWorker();
    return {
      ...NOTHING,
      faults: times,
      kills,
      problems,
      notes: [`${sealed.ids.length} records opened after every kill`],
    };
  },
};

const reseal: Fault = {
  name: 'reseal',
  what: 'kill -9 of `npm run vault -- rotate CYCLE` between any two records, then run again',
  run: async (context) => {
    const { world, random } = context;
    const count = sized(context, 300, 1500);
    const sealed = await sealCycle(context, 'S26', count);
    const old = keyNames(ringNow(context)).filter((name) => name.startsWith('S26-'));
    const times = sized(context, 2, 12);
    const problems: string[] = [];
    let kills = 0;
    for (let turn = 0; turn < times; turn += 1) {
      const share = (turn + random.next()) / times;
      // A share of 1 would be the end; the last kill falls around the destruction of the old key.
      const isTime = async () =>
        (await recordsOf(context, sealed)).filter((row) => row.key_id !== 'S26-1').length >= count * share;
      if (await killWhen(startCommand(world, 'vault.mjs', ['rotate', 'S26']), isTime)) kills += 1;
      problems.push(...(await sealedProblems(context, sealed, ringNow(context))));
    }
    problems.push(...failedBy(await startCommand(world, 'vault.mjs', ['rotate', 'S26']).ended));
    problems.push(...(await sealedProblems(context, sealed, ringNow(context))));
    const left = keyNames(ringNow(context)).filter((name) => name.startsWith('S26-'));
    const inUse = new Set((await recordsOf(context, sealed)).map((row) => row.key_id));
    if (inUse.size !== 1) problems.push(`records are sealed for ${[...inUse].join(', ')}`);
    if (left.some((name) => old.includes(name))) problems.push('the old key was not destroyed');
    const wanted = [...inUse].flatMap((name) => [name, `${name} jitter`]).sort();
    if (left.sort().join() !== wanted.join()) problems.push(`keys left: ${left.join(', ')}`);
    return { ...NOTHING, faults: times, kills, problems, notes: [`${count} records opened after every kill`] };
  },
};

export const ROTATIONS: readonly Fault[] = [rotate, reseal];
