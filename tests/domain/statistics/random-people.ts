import fc from 'fast-check';
import { ETHNICITIES, GENDERS } from '@/domain/forms/identity';
import type { IdentityAnswers } from '@/domain/matching/identity';

export type Person = Pick<IdentityAnswers, 'gender' | 'ethnicity'>;

export const person = (gender: readonly string[], ethnicity: readonly string[]): Person => ({
  gender: { own: gender, wish: null },
  ethnicity: { own: ethnicity, wish: null },
});

/** Many people in few groups, as in life: some groups are large, some have one. */
export const crowds: fc.Arbitrary<Person[]> = fc
  .array(
    fc.record({
      gender: fc.constantFrom([], ...GENDERS.map(({ value }) => [value])),
      ethnicity: fc.oneof(
        fc.constant([]),
        fc.constantFrom(...ETHNICITIES.map(({ value }) => [value])),
        fc.uniqueArray(fc.constantFrom(...ETHNICITIES.map(({ value }) => value)), { minLength: 2, maxLength: 3 }),
      ),
      size: fc.oneof(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 10, max: 60 })),
    }),
    { maxLength: 14 },
  )
  .map((groups) =>
    groups.flatMap(({ gender, ethnicity, size }) => Array.from({ length: size }, () => person(gender, ethnicity))),
  );
