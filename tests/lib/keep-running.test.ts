import { expect, it } from 'vitest';
import { baseEnvironment, keepRunning, startNode } from '../../scripts/lib/processes.mjs';

const LIVES = 'setInterval(() => undefined, 1000)';
const start = (program: string) => () => startNode('one', ['-e', program], baseEnvironment('test'), {});

it('starts a process again that ended by itself, until it is stopped', async () => {
  const kept = keepRunning(start(LIVES), { settledMs: 0, pauseMs: 1 });
  const first = kept.child;
  const again = new Promise((resolve) => first.once('exit', resolve));
  process.kill(first.pid ?? 0, 'SIGKILL');
  await again;
  await expect.poll(() => kept.child.pid !== first.pid).toBe(true);
  const second = kept.child;
  await kept.stop();
  await kept.exited;
  expect([kept.child.pid, second.exitCode ?? second.signalCode]).toEqual([second.pid, 'SIGTERM']);
});

it('does not start one again that never lived', async () => {
  const kept = keepRunning(start('process.exit(3)'), { settledMs: 60_000, pauseMs: 1 });
  const first = kept.child;
  expect(await kept.exited).toEqual({ name: 'one', code: 3, signal: null });
  expect(kept.child.pid).toBe(first.pid);
});
