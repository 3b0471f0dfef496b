import { join } from 'node:path';
import type { Random } from '../prisma/demo/random';
import { finish, openCheck, readReference, send, walk, type Person, type Watch } from './applicant';
import { Browser, connections } from './browser';
import { checkTold, type Checked } from './check';
import type { OpenCycle } from './fill';
import { Ledger } from './ledger';
import type { World } from './world';

const PATIENCE_MS = 120_000;

export type Asked = {
  world: World;
  cycle: OpenCycle;
  people: readonly Person[];
  name: string;
  clients?: number;
  /** Where the clients send to; the web process itself unless something stands in front of it. */
  at?: () => URL;
};

/** Many applicants at once, each in a browser of their own, who try until their application is acknowledged. */
export class Crowd {
  readonly ledger: Ledger;
  readonly done: Promise<void>;
  errors = 0;
  readonly reasons = new Map<string, number>();
  readonly problems: string[] = [];
  readonly times: number[] = [];
  isOver = false;
  private acknowledged = 0;
  private waiting: { from: number; ready: () => void }[] = [];
  private readonly agent;
  private readonly path: string;

  constructor(private readonly asked: Asked) {
    const { world, cycle, people, name, clients = 12 } = asked;
    this.ledger = new Ledger(join(world.folder, `told-${name}-${Date.now()}`));
    this.agent = connections(clients);
    this.path = `/apply/${cycle.code.toLowerCase()}/mentee`;
    let next = 0;
    const client = async () => {
      for (let person = people[next++]; person; person = people[next++]) await this.apply(person);
    };
    this.done = Promise.all(Array.from({ length: clients }, client)).then(() => {
      this.isOver = true;
      this.wake(Infinity);
    });
  }

  browserOf({ number, token }: Person): Browser {
    const { world, at = () => world.url } = this.asked;
    const from = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
    return new Browser({ agent: this.agent, at, origin: world.origin, from }, token);
  }

  private failed = (reason: string): void => {
    this.errors += 1;
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
  };

  private async apply(person: Person): Promise<void> {
    const watch: Watch = { failed: this.failed, until: Date.now() + PATIENCE_MS };
    const form = { path: this.path, browser: this.browserOf(person), watch };
    try {
      await (person.token === null ? walk : finish)(person, form);
      const opened = await openCheck(form);
      const begun = performance.now();
      const told = await send(person, form, opened, this.ledger);
      this.times.push(performance.now() - begun);
      this.acknowledged += 1;
      this.wake(this.acknowledged);
      await readReference(told, form, this.ledger);
    } catch (error) {
      this.problems.push(`applicant ${person.number}: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }

  private wake(count: number): void {
    this.waiting.filter(({ from }) => count >= from).forEach(({ ready }) => ready());
    this.waiting = this.waiting.filter(({ from }) => count < from);
  }

  /** Waits until so many are acknowledged, or nobody is left to wait for. */
  until(count: number): Promise<unknown> {
    if (this.acknowledged >= count) return Promise.resolve();
    const reached = new Promise<void>((ready) => this.waiting.push({ from: count, ready }));
    return Promise.race([reached, this.done]);
  }

  /** Milliseconds until the next acknowledgement. */
  async next(): Promise<number> {
    const begun = performance.now();
    await this.until(this.acknowledged + 1);
    return performance.now() - begun;
  }

  /** Waits for everybody, then holds what they were told against the database. */
  async end(): Promise<Checked & { errors: number }> {
    await this.done;
    this.agent.destroy();
    this.ledger.close();
    const { world, cycle } = this.asked;
    const checked = await checkTold(world, cycle, this.ledger.told);
    const unexpected =
      this.problems.length > 0 ? [`${this.problems.length} not served: ${this.problems.slice(0, 3).join('; ')}`] : [];
    return { ...checked, problems: [...unexpected, ...checked.problems], errors: this.errors };
  }
}

/** Splits a crowd's way into `count` moments, each somewhere in its own part. */
export const momentsOf = (random: Random, people: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) =>
    Math.floor((people * (index + 0.3 + random.next() * 0.6)) / (count + 0.5)),
  );
