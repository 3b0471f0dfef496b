import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const onPath = (name: string): string | null => {
  const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
};

/**
 * Fetches a Debian package and unpacks it into a folder of ours: nothing is installed, no service of the machine is started or
 * changed. Null where that is not possible.
 */
function unpacked(name: string, folder: string): string | null {
  if (!onPath('apt-get') || !onPath('dpkg')) return null;
  const to = join(folder, name);
  mkdirSync(to, { recursive: true });
  const apt = (args: string[]) =>
    spawnSync('apt-get', args, { cwd: to, stdio: 'ignore', timeout: 120_000 }).status === 0;
  if (!apt(['download', '-qq', name]) && !(apt(['update', '-qq']) && apt(['download', '-qq', name]))) return null;
  for (const file of readdirSync(to).filter((one) => one.endsWith('.deb')))
    execFileSync('dpkg', ['-x', file, to], { cwd: to });
  return to;
}

export function findNginx(folder: string): string | null {
  const own = onPath('nginx') ?? (existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : null);
  if (own) return own;
  const to = unpacked('nginx', folder);
  const program = to && join(to, 'usr/sbin/nginx');
  return program && spawnSync(program, ['-v']).status === 0 ? program : null;
}

const LIBRARY = 'libfaketimeMT.so.1';
const librariesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder).flatMap((name) =>
        existsSync(join(folder, name, 'faketime', LIBRARY)) ? [join(folder, name, 'faketime', LIBRARY)] : [],
      )
    : [];

/** The library that tells a process another time. */
export function findFakeTime(folder: string): string | null {
  const [own] = librariesBelow('/usr/lib');
  if (own) return own;
  const to = unpacked('libfaketime', folder);
  return (to && librariesBelow(join(to, 'usr/lib'))[0]) ?? null;
}
