import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild, generateClient } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { withClient } from './database.mjs';
import { root } from './paths.mjs';
import { freePort } from './ports.mjs';
import { baseEnvironment, startNode } from './processes.mjs';
import { runNode } from './run.mjs';
import { runTypeScript, startWeb, startWorker, untilReady } from './serve.mjs';
import { startStack } from './stack.mjs';

const next = 'node_modules/next/dist/bin/next';

/** A second, nearly empty Next app: what the framework alone can do on this machine at this moment. */
async function startBare(ownerUrl) {
  await withClient(ownerUrl, (client) =>
    client.query('CREATE TABLE IF NOT EXISTS bare (id uuid PRIMARY KEY, body text)'),
  );
  const { code, output } = await runNode(next, ['build', 'bench/bare'], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (code !== 0) throw new Error(output);
  const port = await freePort();
  const env = { ...baseEnvironment('production'), BARE_DATABASE_URL: ownerUrl };
  delete env.NEXT_DIST_DIR;
  const bare = startNode(
    'bare',
    [`${root}/${next}`, 'start', 'bench/bare', '-p', String(port), '-H', '127.0.0.1'],
    env,
    { onLine: () => undefined },
  );
  await untilReady(`http://127.0.0.1:${port}/page`, [bare]);
  return { url: `http://127.0.0.1:${port}`, stop: bare.stop };
}

/**
 * Our program as in production, and, unless nothing is compared, the bare app beside it, on one database.
 */
async function withPrograms(work, { compared = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bookend-bench-'));
  process.env.DATA_DIR = folder;
  process.env.LOG_LEVEL = 'error';
  process.env.TRUSTED_PROXIES = '1';
  const port = await freePort();
  const parts = [];
  try {
    console.log('Building and starting …');
    await ensureBuild();
    const stack = await startStack({ mode: 'production', demo: true, port });
    parts.push(stack);
    runTypeScript('prisma/demo/load.ts', [], stack.owner);
    const [worker, web] = [startWorker(stack.worker), startWeb('start', stack.web)];
    parts.push(worker, web);
    await untilReady(`http://127.0.0.1:${port}/readyz`, [web, worker]);
    const bare = compared ? await startBare(stack.ownerUrl) : null;
    if (bare) parts.push(bare);
    return await work({ url: `http://localhost:${port}`, bareUrl: bare?.url, folder, owner: stack.owner, worker });
  } finally {
    for (const part of parts.reverse()) await part.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchWeb({ rushOnly = false } = {}) {
  const rows = await withPrograms(async ({ url, bareUrl, folder, owner }) => {
    const drafts = join(folder, 'drafts.json');
    const out = join(folder, 'web.json');
    runTypeScript('bench/drafts.ts', [drafts, '8000'], owner);
    const env = {
      ...owner,
      BENCH_URL: url,
      BENCH_BARE_URL: bareUrl,
      BENCH_DRAFTS: drafts,
      BENCH_OUT: out,
      CHROMIUM_PATH: await findChromium(),
      ...(rushOnly ? { BENCH_RUSH: '1' } : {}),
    };
    runTypeScript('bench/web.ts', [], env);
    return (await import('node:fs')).readFileSync(out, 'utf8');
  });
  return JSON.parse(rows);
}

/** Forty submissions and fifty autosaves a second: for a minute, or for ten with --full. */
const benchRush = (isFull) =>
  withPrograms(
    async ({ url, folder, owner }) => {
      const [drafts, out] = [join(folder, 'drafts.json'), join(folder, 'rush.json')];
      const seconds = isFull ? 600 : 60;
      // The forms that are sent, and those that only save themselves.
      runTypeScript('bench/drafts.ts', [drafts, String(seconds * 40 + 150)], owner);
      const env = { ...owner, BENCH_URL: url, BENCH_DRAFTS: drafts, BENCH_OUT: out, BENCH_SECONDS: String(seconds) };
      runTypeScript('bench/rush.ts', [], env);
      return JSON.parse(readFileSync(out, 'utf8'));
    },
    { compared: false },
  );

async function benchMatcher(isFull) {
  const out = join(mkdtempSync(join(tmpdir(), 'bookend-bench-')), 'matcher.json');
  runTypeScript('bench/matcher.ts', [out], { ...process.env, BENCH_FULL: isFull ? '1' : '' });
  return JSON.parse((await import('node:fs')).readFileSync(out, 'utf8'));
}

/** The committee's desk among 10,000 and 100,000 applications, beside a bare list page on the same database. */
const benchDesk = () =>
  withPrograms(async ({ url, bareUrl, folder, owner }) => {
    const [kept, out] = [join(folder, 'kept.json'), join(folder, 'desk.json')];
    runTypeScript('bench/desk-fill.ts', [kept], owner);
    const env = {
      ...owner,
      BENCH_URL: url,
      BENCH_BARE_URL: bareUrl,
      BENCH_KEPT: kept,
      BENCH_OUT: out,
      CHROMIUM_PATH: await findChromium(),
    };
    runTypeScript('bench/desk.ts', [], env);
    const rows = JSON.parse(readFileSync(out, 'utf8'));
    // In a process that did nothing else, so that its memory is its own.
    runTypeScript('bench/desk-export.ts', [], { ...env, NODE_OPTIONS: '--expose-gc' });
    return [...rows, ...JSON.parse(readFileSync(out, 'utf8'))];
  });

/** A release of 10,000 letters, queued and sent, beside a pool of nodemailer's. */
const benchMail = () =>
  withPrograms(
    async ({ url, folder, owner, worker }) => {
      const [kept, out] = [join(folder, 'kept.json'), join(folder, 'mail.json')];
      runTypeScript('bench/mail-fill.ts', [kept], owner);
      const env = { ...owner, BENCH_URL: url, BENCH_KEPT: kept, BENCH_OUT: out, CHROMIUM_PATH: await findChromium() };
      runTypeScript('bench/mail-queue.ts', [], env);
      const queued = JSON.parse(readFileSync(out, 'utf8'));
      // It would send them too.
      await worker.stop();
      runTypeScript('bench/mail-send.ts', [], env);
      return [...queued, ...JSON.parse(readFileSync(out, 'utf8'))];
    },
    { compared: false },
  );

/** Opening the sealed answers of a large cycle, on a database of its own. */
async function benchVault() {
  const folder = mkdtempSync(join(tmpdir(), 'bookend-bench-'));
  process.env.DATA_DIR = folder;
  const stack = await startStack({ mode: 'production', demo: false, port: await freePort() });
  try {
    const out = join(folder, 'vault.json');
    const kept = join(folder, 'kept.json');
    for (const step of ['fill', 'open'])
      runTypeScript('bench/vault.ts', [step, kept, out], { ...stack.owner, NODE_OPTIONS: '--expose-gc' });
    return JSON.parse(readFileSync(out, 'utf8'));
  } finally {
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const KINDS = {
  web: () => benchWeb(),
  submissions: () => benchWeb({ rushOnly: true }),
  rush: benchRush,
  matcher: benchMatcher,
  vault: benchVault,
  desk: benchDesk,
  mail: benchMail,
};

function print(rows) {
  const wide = (text, width) => String(text).padEnd(width);
  for (const { name, value, unit = '', target = '', met } of rows) {
    console.log(
      `${met === false ? '✗' : met === true ? '✓' : ' '} ${wide(name, 62)} ${wide(`${value} ${unit}`, 22)} ${target}`,
    );
  }
}

export async function runBench(args) {
  const wanted = args.filter((arg) => arg in KINDS);
  // Submissions are a part of web.
  const all = Object.keys(KINDS).filter((kind) => kind !== 'submissions');
  await generateClient();
  const file = `${root}/bench/results.json`;
  // What was not measured this time keeps its last figures.
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  for (const kind of wanted.length > 0 ? wanted : all) {
    results[kind] = await KINDS[kind](args.includes('--full'));
    console.log(`\n${kind}`);
    print(results[kind]);
  }
  writeFileSync(file, JSON.stringify(results, null, 2));
  return 0;
}
