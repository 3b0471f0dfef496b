import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';

const PROGRAM = `
  import { existsSync, readFileSync } from 'node:fs';
  import { getPriority } from 'node:os';
  import { giveWay } from './src/lib/give-way.ts';
  const AUTOGROUP = '/proc/self/autogroup';
  const look = () => {
    const [, ...nice] = existsSync(AUTOGROUP) ? readFileSync(AUTOGROUP, 'utf8').trim().split(' ') : [''];
    return [getPriority(), nice.join(' ')];
  };
  const before = look();
  giveWay();
  console.log(JSON.stringify([before, look()]));
`;

it('steps back as a process, and as the session that it leads', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PROGRAM], { detached: true });
  const [said, wrong] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(wrong).toBe('');
  const [[, session], after] = JSON.parse(said) as [[number, string], [number, string]];
  // Systems that share the processor in another way group nothing; and whoever asks may be in no group where its child is.
  expect(after).toEqual(session === '' ? [10, ''] : [10, 'nice 10']);
});
