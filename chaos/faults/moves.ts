// The web process is another one than a moment ago: after a deploy, and behind a proxy.
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../scripts/lib/ports.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { finish, openCheck, readReference, send, walk, type Person, type Watch } from '../applicant';
import { startBalancer } from '../balancer';
import { crowdOf, formPath, gather, longest, outcomeOf, sized, type Context, type Fault } from '../context';
import { momentsOf, type Crowd } from '../crowd';
import type { Part } from '../world';

const OTHER_BUILD = '.next-chaos';
const build = () => process.env.NEXT_DIST_DIR ?? '.next';

/** The same program under another build id, as a second build of it has. @returns how it is started */
function makeOtherBuild(): { NEXT_DIST_DIR: string } {
  const [from, to] = [join(root, build()), join(root, OTHER_BUILD)];
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, filter: (path) => !path.startsWith(join(from, 'cache')) });
  const id = readFileSync(join(to, 'BUILD_ID'), 'utf8');
  writeFileSync(join(to, 'BUILD_ID'), `${id}-next`);
  renameSync(join(to, 'static', id), join(to, 'static', `${id}-next`));
  return { NEXT_DIST_DIR: OTHER_BUILD };
}

async function openedForms(context: Context, crowd: Crowd, people: readonly Person[]) {
  const opened = [];
  for (const person of people) {
    const watch: Watch = { failed: () => (crowd.errors += 1), until: Date.now() + 120_000 };
    const form = { path: formPath(context), browser: crowd.browserOf(person), watch };
    await (person.token === null ? walk : finish)(person, form);
    opened.push({ person, form, check: await openCheck(form) });
  }
  return opened;
}

const deploy: Fault = {
  name: 'deploy',
  what: 'forms opened on one build are sent to another, at another port',
  run: async (context) => {
    const { world } = context;
    let at = world.url;
    const people = await gather(context, sized(context, 20, 400));
    const crowd = crowdOf(context, { name: 'deploy', people: [], at: () => at });
    const problems: string[] = [];
    try {
      const env = makeOtherBuild();
      const opened = await openedForms(context, crowd, people);
      await context.web.stop();
      const other = await world.web({ port: await freePort(), env });
      at = new URL(`http://127.0.0.1:${other.port}`);
      for (const { person, form, check } of opened) {
        const told = await send(person, form, check, crowd.ledger).catch(
          (error: unknown) => void problems.push(String(error)),
        );
        if (told) await readReference(told, form, crowd.ledger);
      }
      await other.stop();
    } finally {
      context.web = await world.web();
      rmSync(join(root, OTHER_BUILD), { recursive: true, force: true });
    }
    return outcomeOf(crowd, { faults: people.length, problems: problems.slice(0, 5) });
  },
};

const instances: Fault = {
  name: 'instances',
  what: 'two web processes behind nginx, one of them killed with kill -9 again and again',
  run: async (context) => {
    const { world, random } = context;
    const second: Part = await world.web({ port: await freePort() });
    const balancer = await startBalancer(world.folder, [world.port, second.port]);
    const parts = [context.web, second];
    const times = sized(context, 2, 6);
    const count = sized(context, 120, 2000);
    const people = await gather(context, count);
    const at = new URL(`http://127.0.0.1:${balancer.port}`);
    const crowd = crowdOf(context, { name: 'instances', people, at: () => at });
    const waits: number[] = [];
    for (const [index, moment] of momentsOf(random, count, times).entries()) {
      await crowd.until(moment);
      const which = index % 2;
      await parts[which]?.kill();
      waits.push(await crowd.next());
      parts[which] = await world.web({ port: parts[which]?.port ?? world.port });
    }
    const outcome = await outcomeOf(crowd, { faults: times, kills: times, notes: [`in front: ${balancer.name}`] });
    await balancer.stop();
    const [first, last] = parts;
    if (first) context.web = first;
    await last?.stop();
    return { ...outcome, recoveryMs: longest(waits) };
  },
};

export const MOVES: readonly Fault[] = [deploy, instances];
