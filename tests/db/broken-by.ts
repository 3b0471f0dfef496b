import { expect } from 'vitest';
import { breaks } from '@/db/errors';

/** Expects that `work` is refused by the named constraint, index or trigger. */
export const brokenBy = (work: Promise<unknown>, constraint: string) =>
  expect(
    work.then(
      () => 'done',
      (error: unknown) => (breaks(error, constraint) ? constraint : error),
    ),
  ).resolves.toBe(constraint);
