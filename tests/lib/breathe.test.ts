import { expect, it } from 'vitest';
import { mapGently, partsOf } from '@/lib/breathe';

it('maps in order, and lets others have their turn', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const slow = (item: number) => {
    const until = performance.now() + 1;
    while (performance.now() < until);
    return item * 2;
  };
  const list = Array.from({ length: 60 }, (_, index) => index);
  expect(await mapGently(list, slow)).toEqual(list.map((item) => item * 2));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});

it.each([
  [[], 2, []],
  [[1, 2, 3], 2, [[1, 2], [3]]],
  [[1, 2], 2, [[1, 2]]],
])('parts of %j by %i are %j', (list, size, parts) => {
  expect(partsOf<number>(list, size)).toEqual(parts);
});
