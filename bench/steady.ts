import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fire } from './load';

type Asked = { path: string; perSecond: number; until: Promise<unknown> };

/**
 * Asks for a page at a steady pace, whether or not the answers before have come, so that a server that stands still is seen by
 * everybody who would have come meanwhile.
 *
 * @returns the time under which 95 in 100 answers came, in milliseconds
 */
export async function steady(url: string, { path, perSecond, until }: Asked): Promise<number> {
  const base = new URL(url);
  const agent = new Agent({ keepAlive: true });
  let isOver = false;
  void until.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  const times: Promise<number>[] = [];
  const start = performance.now();
  while (!isOver) {
    const begun = performance.now();
    times.push(fire(agent, base, { method: 'GET', path }).then(() => performance.now() - begun));
    await wait(Math.max(0, start + (times.length * 1000) / perSecond - performance.now()));
  }
  const sorted = (await Promise.all(times)).sort((a, b) => a - b);
  agent.destroy();
  await until;
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0;
}
