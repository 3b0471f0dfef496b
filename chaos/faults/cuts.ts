import { crowdOf, gather, outcomeOf, sized, type Context, type Fault } from '../context';
import { CuttingProxy } from '../proxy';

const throughPort = (url: string | undefined, port: number): string =>
  Object.assign(new URL(url ?? ''), { port: String(port) }).toString();

/** The web process with a proxy between it and the database, which the clients do not know. */
async function behind(context: Context, proxy: CuttingProxy): Promise<void> {
  await context.web.stop();
  const url = throughPort(context.world.stack.web.WEB_DATABASE_URL, proxy.port);
  context.web = await context.world.web({ env: { WEB_DATABASE_URL: url } });
}

const toDatabase: Fault = {
  name: 'cut-database',
  what: 'connections between the web process and PostgreSQL reset at random moments',
  run: async (context) => {
    const { world, random } = context;
    const proxy = await CuttingProxy.open(() => world.database.port);
    await behind(context, proxy);
    const crowd = crowdOf(context, { name: 'cut-database', people: await gather(context, sized(context, 40, 2500)) });
    proxy.cutAtRandom(random, 60);
    await crowd.done;
    proxy.stopCutting();
    const hasDied = context.web.isGone;
    await context.web.stop();
    await proxy.close();
    context.web = await world.web();
    return outcomeOf(crowd, { faults: proxy.cuts, problems: hasDied ? ['the web process died'] : [] });
  },
};

const toWeb: Fault = {
  name: 'cut-web',
  what: 'connections between people and the web process reset at random moments',
  run: async (context) => {
    const { world, random } = context;
    const proxy = await CuttingProxy.open(() => world.port);
    const at = new URL(`http://127.0.0.1:${proxy.port}`);
    const people = await gather(context, sized(context, 40, 2500));
    const crowd = crowdOf(context, { name: 'cut-web', people, at: () => at });
    proxy.cutAtRandom(random, 40);
    await crowd.done;
    await proxy.close();
    return outcomeOf(crowd, { faults: proxy.cuts });
  },
};

export const CUTS: readonly Fault[] = [toDatabase, toWeb];
