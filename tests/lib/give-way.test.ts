import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';

const PROGRAM = `
  import { existsSync, readFileSync } from 'node:fs';
  import { getPriority } from 'node:os';
  import { giveWay } from './src/lib/give-way.ts';
  giveWay();
  const session = existsSync('/proc/self/autogroup') ? readFileSync('/proc/self/autogroup', 'utf8') : '';
  console.log(getPriority(), session.trim().split(' ').slice(1).join(' '));
`;

/** Systems that share the processor in another way group nothing: then there is no file, or nothing in it. */
const isGrouped = existsSync('/proc/self/autogroup') && readFileSync('/proc/self/autogroup', 'utf8').trim() !== '';

it('steps back as a process, and as the session that it leads', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PROGRAM], { detached: true });
  const [said, wrong] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect([said.trim(), wrong]).toEqual([isGrouped ? '10 nice 10' : '10', '']);
});
