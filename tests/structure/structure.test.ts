import { describe, expect, it } from 'vitest';
import { ALLOWED_ARROWS, DATABASE_PLACES, FEATURE_DOORS, FEATURE_FILES, FRAMEWORK_PLACES, MAY_IMPORT } from './plan';
import { imports, sources, type Import } from './read-imports';

const roomOf = (path: string) => path.split('/')[0] ?? '';
const featureOf = (path: string) => path.split('/')[1] ?? '';
const some = (patterns: readonly RegExp[], path: string) => patterns.some((pattern) => pattern.test(path));
const show = ({ from, to }: Import) => `${from} → ${to}`;

/** What is wrong with one arrow, or null. */
function faultOf({ from, to, package: isPackage }: Import): string | null {
  if (isPackage) {
    if (roomOf(from) === 'domain') return 'domain imports no package';
    if (/^(next|react|react-dom)(\/|$)/.test(to) && !some(FRAMEWORK_PLACES, from))
      return 'the framework stays at the edge';
    if (to === 'nodemailer' && from !== 'mail/transport.ts') return 'nodemailer only in mail/transport.ts';
    return null;
  }
  if (ALLOWED_ARROWS.some(([a, b]) => a.test(from) && b.test(to))) return null;
  if (!MAY_IMPORT[roomOf(from)]?.includes(roomOf(to))) return 'this folder may not import that one';
  if (roomOf(from) === 'app' && to.endsWith('/commands.ts'))
    return 'routes reach commands through handlers and actions';
  if (
    roomOf(from) === 'features' &&
    roomOf(to) === 'features' &&
    featureOf(from) !== featureOf(to) &&
    !some(FEATURE_DOORS, to)
  )
    return 'of another feature only queries, commands and schema';
  if (to === 'db/client.ts' && !some(DATABASE_PLACES, from))
    return 'the database is opened only in queries and commands';
  return null;
}

/** One cycle of imports among our own files, as a path, or null. */
function findCycle(arrows: readonly Import[]): string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    path.push(file);
    for (const to of next.get(file) ?? []) {
      const found = visit(to);
      if (found) return found;
    }
    path.pop();
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const found = visit(file);
    if (found) return found;
  }
  return null;
}

describe('the plan of the house', () => {
  it('was really read', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
    expect(
      imports
        .filter(
          (one) =>
            !one.package &&
            !sources.some(({ path }) => path === one.to) &&
            !/^(db\/generated|\.\.\/messages)\//.test(one.to),
        )
        .map(show),
    ).toEqual([]);
  });

  it('has no wrong import', () => {
    expect(imports.flatMap((one) => (faultOf(one) ? [`${show(one)}: ${faultOf(one)}`] : []))).toEqual([]);
  });

  it('would see a wrong import', () => {
    const wrong: [string, string, boolean][] = [
      ['domain/cycle.ts', 'lib/clock.ts', false],
      ['domain/cycle.ts', 'zod', true],
      ['app/x/page.tsx', 'features/reviews/commands.ts', false],
      ['features/reviews/commands.ts', 'vault/open.ts', false],
      ['features/a/queries.ts', 'features/b/components/x.tsx', false],
      ['features/a/commands.ts', 'next/headers', true],
      ['ui/x.tsx', 'db/client.ts', false],
      ['jobs/a.ts', 'app/x.ts', false],
      ['features/a/commands.ts', 'nodemailer', true],
    ];
    expect(
      wrong.map(([from, to, isPackage]) => faultOf({ from, to, package: isPackage })).filter((fault) => fault === null),
    ).toEqual([]);
    expect(
      findCycle([
        { from: 'a', to: 'b', package: false },
        { from: 'b', to: 'a', package: false },
      ]),
    ).toEqual(['a', 'b', 'a']);
  });

  // Pages ask by themselves: `proxy.ts` sets headers and is trusted with nothing.
  it('asks in every page for signed-in people who they are', () => {
    const pages = sources.filter(({ path }) => /^app\/\((committee|staff)\)\/.*\/(page|route)\.tsx?$/.test(path));
    expect(pages.length).toBeGreaterThan(20);
    const silent = pages.filter(({ text }) => !/page(Cycle|Program|User)\(/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  // Without a script a page is made anew after a post: words that only the form held would be gone.
  it('keeps in every action of staff and committee what was typed', () => {
    const actions = sources.filter(({ path }) => path.startsWith('features/') && path.endsWith('/actions.ts'));
    expect(actions.length).toBeGreaterThan(30);
    const losing = actions.filter(({ text }) => !/\b(pressForm|keepWords)\(/.test(text));
    expect(losing.map(({ path }) => path)).toEqual([]);
  });

  it('has no cycle', () => {
    expect(findCycle(imports.filter((one) => !one.package))).toBeNull();
  });

  it('has only the files a feature may have', () => {
    const strange = sources
      .map(({ path }) => path)
      .filter((path) => path.startsWith('features/') && !path.includes('/components/'))
      .filter((path) => !FEATURE_FILES.includes(path.split('/').at(-1) ?? ''));
    expect(strange).toEqual([]);
  });

  it('has no barrel and no drawer for odds and ends', () => {
    expect(
      sources
        .map(({ path }) => path)
        .filter((path) => /(^|\/)(utils?|helpers?|services?|types|index)(\/|\.tsx?$)/.test(path)),
    ).toEqual([]);
  });

  it('keeps files small', () => {
    const lines = sources
      .map(({ path, text }) => ({ path, count: text.split('\n').length - 1 }))
      .sort((a, b) => b.count - a.count);
    expect(lines.filter(({ count }) => count > 200)).toEqual([]);
    expect(lines[Math.floor(lines.length / 10)]?.count).toBeLessThanOrEqual(150);
    expect(lines[Math.floor(lines.length / 2)]?.count).toBeLessThanOrEqual(60);
  });

  it('reads neither the clock nor the dice in the rulebook', () => {
    expect(
      sources
        .filter(({ path, text }) => path.startsWith('domain/') && /new Date\(\)|Date\.now|Math\.random/.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it('has no any, no suppressed check and no skipped type', () => {
    const loose = /: any\b|as any\b|as unknown as|@ts-ignore|@ts-expect-error|@ts-nocheck/;
    expect(sources.filter(({ text }) => loose.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
