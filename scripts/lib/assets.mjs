// Builds public/assets: one stylesheet, one small script, cut fonts; hashed names and a manifest in production.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { root } from './paths.mjs';

const run = promisify(execFile);
const out = `${root}/public/assets`;
const styles = `${root}/src/ui/styles`;
const tailwind = (sheet) => [`${root}/node_modules/@tailwindcss/cli/dist/index.mjs`, '-i', `${styles}/${sheet}.css`];

const FONTS = [
  { from: 'literata/files/literata-latin-wght-normal', to: ['literata-basic', 'literata-more'], weight: 600 },
  { from: 'literata/files/literata-latin-ext-wght-normal', to: ['literata-ext'], weight: 600 },
  {
    from: 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal',
    to: ['atkinson-basic', 'atkinson-more'],
  },
  {
    from: 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal',
    to: ['atkinson-ext'],
  },
  {
    from: 'atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal',
    to: ['mono-basic', 'mono-dates'],
    weight: 500,
  },
];

/** The letters of every font file, as the stylesheet names them: what a browser fetches a file for is what is in it. */
function lettersByFile() {
  const css = ['fonts', 'entry'].map((name) => readFileSync(`${styles}/${name}.css`, 'utf8')).join('');
  const faces = css.matchAll(/fonts\/([\w-]+)\.woff2'[^}]*unicode-range: ([^;]+);/g);
  return new Map([...faces].map(([, name, ranges]) => [name, lettersOf(ranges)]));
}

function lettersOf(ranges) {
  return ranges
    .split(', ')
    .flatMap((range) => {
      const [first, last = first] = range.slice(2).split('-');
      const start = parseInt(first, 16);
      return Array.from({ length: parseInt(last, 16) - start + 1 }, (_, i) => String.fromCodePoint(start + i));
    })
    .join('');
}

async function cutFonts() {
  mkdirSync(`${out}/fonts`, { recursive: true });
  const letters = lettersByFile();
  const wanted = FONTS.flatMap(({ to, ...font }) => to.map((name) => ({ ...font, name })));
  const missing = wanted.filter(({ name }) => !existsSync(`${out}/fonts/${name}.woff2`));
  if (missing.length === 0) return;
  const { default: subset } = await import('subset-font');
  for (const { from, name, weight } of missing) {
    const source = readFileSync(`${root}/node_modules/@fontsource-variable/${from}.woff2`);
    const axes = weight ? { variationAxes: { wght: weight } } : { variationAxes: { wght: { min: 400, max: 700 } } };
    const cut = await subset(source, letters.get(name), { targetFormat: 'woff2', ...axes });
    writeFileSync(`${out}/fonts/${name}.woff2`, cut);
  }
}

const hashed = (name, content) =>
  name.replace(/(\.\w+)$/, `.${createHash('sha256').update(content).digest('hex').slice(0, 10)}$1`);

/** A sheet with `font` inside it. */
function withFont(css, font) {
  const path = `/assets/fonts/${font}.woff2`;
  return css.replace(path, `data:font/woff2;base64,${readFileSync(`${root}/public${path}`).toString('base64')}`);
}

async function buildSheet(name) {
  const file = `${out}/${name}.css`;
  await run(process.execPath, [...tailwind(name), '-o', file, '--minify'], { cwd: root });
  const css = readFileSync(file, 'utf8');
  rmSync(file);
  return css;
}

export async function buildAssets() {
  await cutFonts();
  const entry = withFont(await buildSheet('entry'), 'mono-dates');
  const files = { css: await buildSheet('app'), js: readFileSync(`${root}/src/ui/script/form.js`) };
  for (const name of readdirSync(out)) if (/^(app|form)\.[0-9a-f]{10}\.(css|js)$/.test(name)) rmSync(`${out}/${name}`);
  const manifest = { css: `/assets/${hashed('app.css', files.css)}`, js: `/assets/${hashed('form.js', files.js)}` };
  for (const kind of ['css', 'js']) writeFileSync(`${root}/public${manifest[kind]}`, files[kind]);
  writeFileSync(`${out}/manifest.json`, JSON.stringify({ ...manifest, entry }));
}

/** For development: unhashed files, rebuilt on every change. Returns the arguments of the watcher to run. */
export async function watchAssets() {
  await cutFonts();
  copyFileSync(`${root}/src/ui/script/form.js`, `${out}/form.js`);
  rmSync(`${out}/manifest.json`, { force: true });
  return [...tailwind('app'), '-o', `${out}/app.css`, '--watch=always'];
}
