import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

const floors = z
  .array(
    z.strictObject({ package: z.string(), least: z.string().regex(/^\d+\.\d+\.\d+$/), reason: z.string().min(10) }),
  )
  .parse(read('security/floors.json'));
const { packages } = z
  .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
  .parse(read('package-lock.json'));

/** Every copy of a package that is installed, at the top or below another. */
const versionsOf = (name: string): string[] =>
  Object.entries(packages).flatMap(([path, { version }]) =>
    path.endsWith(`node_modules/${name}`) && version ? [version] : [],
  );

/** Whether a release is this one or later; a pre-release of it is earlier. */
function atLeast(version: string, least: string): boolean {
  const [release = '', early] = version.split('-', 2);
  const order = release.localeCompare(least, 'en', { numeric: true });
  return order > 0 || (order === 0 && early === undefined);
}

describe('packages with a known hole', () => {
  it.each(floors)('$package is at least $least', ({ package: name, least }) => {
    const versions = versionsOf(name);
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.filter((version) => !atLeast(version, least))).toEqual([]);
  });

  it('would be seen', () => {
    expect(['9.1.0', '9.0.12', '10.0.0', '9.1.1', '9.1.1-rc.1'].map((version) => atLeast(version, '9.1.1'))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it('have the floors that the design names, and every dependency an exact version', () => {
    const least = Object.fromEntries(floors.map((floor) => [floor.package, floor.least]));
    expect(least).toMatchObject({ next: '16.4.6', 'next-auth': '4.24.15', nodemailer: '9.1.1' });
    const { dependencies, devDependencies } = z
      .object({
        dependencies: z.record(z.string(), z.string()),
        devDependencies: z.record(z.string(), z.string()),
      })
      .parse(read('package.json'));
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d/.test(version));
    expect(loose).toEqual([]);
  });
});
