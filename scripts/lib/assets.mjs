// Builds public/assets: one stylesheet, one small script, cut fonts; hashed names and a manifest in production.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { root } from './paths.mjs';

const run = promisify(execFile);
const out = `${root}/public/assets`;
const tailwind = [`${root}/node_modules/@tailwindcss/cli/dist/index.mjs`, '-i', `${root}/src/ui/styles/app.css`];

const FONTS = [
  { from: 'literata/files/literata-latin-wght-normal', to: 'literata-latin', weight: 600 },
  { from: 'literata/files/literata-latin-ext-wght-normal', to: 'literata-latin-ext', weight: 600 },
  { from: 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal', to: 'atkinson-latin' },
  {
    from: 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal',
    to: 'atkinson-latin-ext',
  },
  {
    from: 'atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal',
    to: 'atkinson-mono-latin',
    weight: 500,
  },
];
const LETTERS =
  Array.from({ length: 0x24f - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i)).join('') + '–—‘’‚“”„†‡•…‰‹›€™←→↑↓−√✓';

async function cutFonts() {
  mkdirSync(`${out}/fonts`, { recursive: true });
  const missing = FONTS.filter(({ to }) => !existsSync(`${out}/fonts/${to}.woff2`));
  if (missing.length === 0) return;
  const { default: subset } = await import('subset-font');
  for (const { from, to, weight } of missing) {
    const source = readFileSync(`${root}/node_modules/@fontsource-variable/${from}.woff2`);
    const axes = weight ? { variationAxes: { wght: weight } } : { variationAxes: { wght: { min: 400, max: 700 } } };
    writeFileSync(`${out}/fonts/${to}.woff2`, await subset(source, LETTERS, { targetFormat: 'woff2', ...axes }));
  }
}

const hashed = (name, content) =>
  name.replace(/(\.\w+)$/, `.${createHash('sha256').update(content).digest('hex').slice(0, 10)}$1`);

export async function buildAssets() {
  await cutFonts();
  const css = `${out}/app.css`;
  await run(process.execPath, [...tailwind, '-o', css, '--minify'], { cwd: root });
  const files = { css: readFileSync(css), js: readFileSync(`${root}/src/ui/script/form.js`) };
  for (const name of readdirSync(out)) if (/^(app|form)\.[0-9a-f]{10}\.(css|js)$/.test(name)) rmSync(`${out}/${name}`);
  const manifest = { css: `/assets/${hashed('app.css', files.css)}`, js: `/assets/${hashed('form.js', files.js)}` };
  for (const kind of ['css', 'js']) writeFileSync(`${root}/public${manifest[kind]}`, files[kind]);
  rmSync(css);
  writeFileSync(`${out}/manifest.json`, JSON.stringify(manifest));
}

/** For development: unhashed files, rebuilt on every change. Returns the arguments of the watcher to run. */
export async function watchAssets() {
  await cutFonts();
  copyFileSync(`${root}/src/ui/script/form.js`, `${out}/form.js`);
  rmSync(`${out}/manifest.json`, { force: true });
  return [...tailwind, '-o', `${out}/app.css`, '--watch=always'];
}
