import { expect, it } from 'vitest';
import { NearestFirst } from '@/domain/matching/kernels/nearest-first';
import { isBefore, TripleHeap } from '@/domain/matching/kernels/triple-heap';
import { drawn } from './watching';

const DISTANCES = [5, 3, 8, 3, 9, 1, 5, 5, 2, 7, 3, 1, 6];

/** All of them in, a few nearer, and out again one by one. */
function taken(heap: NearestFirst): number[] {
  const order: number[] = [];
  while (heap.size > 0) order.push(heap.take());
  return order;
}

it('gives the nearest first, and among equals those that a heap has on top', () => {
  const heap = new NearestFirst(DISTANCES.length);
  expect([heap.size, heap.nearest]).toEqual([0, Infinity]);
  DISTANCES.forEach((distance, item) => heap.add(item, distance));
  expect([heap.size, heap.nearest]).toEqual([13, 1]);
  expect(taken(heap).join(' ')).toBe('5 11 8 3 10 1 7 0 6 12 9 2 4');
  expect([heap.size, heap.nearest]).toEqual([0, Infinity]);
});

it('moves what comes nearer up, and no farther than it must', () => {
  const heap = new NearestFirst(DISTANCES.length);
  DISTANCES.forEach((distance, item) => heap.add(item, distance));
  heap.approach(4, 3);
  heap.approach(9, 2);
  heap.approach(12, 6);
  heap.approach(2, 0);
  expect(heap.nearest).toBe(0);
  expect(taken(heap).join(' ')).toBe('2 5 11 8 9 4 3 10 1 7 0 6 12');
});

it('is used again after it was left with items', () => {
  const heap = new NearestFirst(DISTANCES.length);
  DISTANCES.forEach((distance, item) => heap.add(item, distance));
  heap.take();
  heap.size = 0;
  [6, 2, 6, 4].forEach((distance, item) => heap.add(item, distance));
  heap.approach(2, 3);
  expect(taken(heap).join(' ')).toBe('1 2 3 0');
});

it('keeps its order through hundreds of additions, approaches and takings', () => {
  const count = 60;
  const heap = new NearestFirst(count);
  const inside = new Set<number>();
  const order: number[] = [];
  drawn(3, 600, count).forEach((item, step) => {
    if (!inside.has(item)) heap.add(item, 20 + ((step * 7) % 30));
    else heap.approach(item, heap.distance[item]! - (step % 4));
    inside.add(item);
    if (step % 3 !== 2) return;
    const first = heap.take();
    expect(Math.min(...[...inside].map((one) => heap.distance[one]!))).toBe(heap.distance[first]);
    inside.delete(first);
    order.push(first);
  });
  expect(order.slice(-40).join(' ')).toBe(
    '52 42 46 45 46 50 34 57 30 40 45 11 14 25 46 22 20 10 20 10 11 46 50 24 47 52 14 54 0 56 11 21 50 7 59 8 52 2 27 0',
  );
});

const triples = (list: readonly (readonly number[])[]) => Float64Array.from(list.flat());

it('compares three numbers in order', () => {
  const a = triples([
    [1, 5, 5],
    [2, 4, 7],
  ]);
  const before = (other: number[]) => isBefore(a, 1, triples([[0, 0, 0], [0, 0, 0], other]), 2);
  expect(
    [
      [2, 4, 8],
      [2, 4, 7],
      [2, 4, 6],
      [2, 5, 0],
      [2, 3, 9],
      [3, 0, 0],
      [1, 9, 9],
    ].map(before),
  ).toEqual([true, false, false, true, false, true, false]);
});

function threes(distances: readonly number[]): TripleHeap {
  const heap = new TripleHeap(distances.length);
  distances.forEach((distance, item) => {
    heap.distance.set([distance >> 2, (distance >> 1) & 1, distance & 1], 3 * item);
    heap.add(item);
  });
  return heap;
}

const inTurn = (heap: TripleHeap): number[] => {
  const order: number[] = [];
  while (heap.size > 0) {
    order.push(heap.take());
  }
  return order;
};

it('gives triples in the same order as one number that says the same', () => {
  expect(inTurn(threes(DISTANCES)).join(' ')).toBe('5 11 8 3 10 1 7 0 6 12 9 2 4');
  const nearer = threes(DISTANCES);
  nearer.distance.set([0, 1, 1], 3 * 4);
  nearer.approach(4);
  nearer.distance.set([0, 1, 0], 3 * 9);
  nearer.approach(9);
  nearer.approach(12);
  nearer.distance.fill(0, 3 * 2, 3 * 2 + 3);
  nearer.approach(2);
  expect(nearer.first).toBe(2);
  expect(inTurn(nearer).join(' ')).toBe('2 5 11 8 9 4 3 10 1 7 0 6 12');
});
