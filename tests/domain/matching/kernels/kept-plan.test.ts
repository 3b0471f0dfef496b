import { expect, it } from 'vitest';
import { isShort } from '@/domain/matching/kernels/kept-fill';
import { emptyPlan, rise, sit } from '@/domain/matching/kernels/kept-graph';

const planOf = (rows: number, columns: number) => emptyPlan(rows, columns, new Int32Array(columns).fill(2));

it('keeps the rows of a column in a list, and notes who moved', () => {
  const plan = planOf(4, 2);
  const listed = (): number[] => {
    const rows: number[] = [];
    for (let row = plan.head[0]!; row !== -1; row = plan.next[row]!) rows.push(row);
    return rows;
  };
  for (const row of [0, 1, 2, 3]) sit(plan, row, 0);
  const states = [listed()];
  for (const row of [1, 1, 3, 0, 2]) {
    rise(plan, row);
    states.push(listed());
  }
  expect(states).toEqual([[3, 2, 1, 0], [3, 2, 0], [3, 2, 0], [2, 0], [2], []]);
  expect(plan.movedRows).toEqual([0, 1, 2, 3, 1, 3, 0, 2]);
  expect(plan).toMatchObject({ load: Int32Array.of(0, 0), columnOf: new Int32Array(4).fill(-1) });
});

it('is short of rows where a place is free that asks a price, by the first number that is not nothing', () => {
  const plan = planOf(2, 1);
  const isAsking = (price: readonly number[], shift: readonly number[]) => {
    plan.columnShift.set(shift);
    return isShort({ columnPrice: Float64Array.from(price) }, plan, 0);
  };
  expect([
    isAsking([0, 0, 0], [0, 0, 0]),
    isAsking([1, -5, -5], [0, 0, 0]),
    isAsking([0, 1, -5], [0, 0, 0]),
    isAsking([0, 0, 1], [0, 0, 0]),
    isAsking([-1, 5, 5], [0, 0, 0]),
    isAsking([1, 0, 0], [-1, 0, 0]),
    isAsking([0, 1, 0], [0, -2, 0]),
    isAsking([0, 0, 1], [0, 0, 1]),
  ]).toEqual([false, true, true, true, false, false, false, true]);
  plan.load[0] = 2;
  expect(isAsking([1, 1, 1], [0, 0, 0])).toBe(false);
});
