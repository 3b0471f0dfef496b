import { expect, it } from 'vitest';
import { NearPairs, turned } from '@/domain/matching/kernels/near-pairs';
import { drawn } from './watching';

const lineOf = (slacks: readonly number[]) => ({
  start: Int32Array.of(0, 3, 3 + slacks.length),
  other: Int32Array.from({ length: 3 + slacks.length }, (_, k) => 100 + k),
  score: Int32Array.from([30, 10, 20, ...slacks]),
});
const atHand = ({ from, to, other, score, slack }: NearPairs, line: number) =>
  Array.from({ length: to[line]! - from[line]! }, (_, k) => from[line]! + k).map((at) => [
    other[at],
    score[at],
    slack[at],
  ]);

it('has short lines at hand whole, and no more than a part of long ones', () => {
  const sizes = [3, 64, 65, 127, 128, 300, 1000].map((length) => {
    const near = new NearPairs(lineOf(drawn(length, length, 5000)), (_own, _other, score) => score);
    expect(atHand(near, 0)).toEqual([
      [101, 10, 10],
      [102, 20, 20],
      [100, 30, 30],
    ]);
    return `${length}: ${atHand(near, 1).length} up to ${near.cover[1]}, ${near.other.length}`;
  });
  expect(sizes).toEqual([
    '3: 3 up to Infinity, 6',
    '64: 64 up to Infinity, 67',
    '65: 33 up to 2227, 68',
    '127: 33 up to 1163, 128',
    '128: 33 up to 1162, 128',
    '300: 27 up to 467, 128',
    '1000: 48 up to 263, 128',
  ]);
});

it('reads pairs of equal slack in the order of the line, however many and however far', () => {
  const few = [5, 2, 5, 2, 2];
  for (const far of [0, 2 ** 37 - 5, 2 ** 37, -3]) {
    const near = new NearPairs(lineOf(few), (own, other, score) => score + (own === 1 ? far : other - other));
    expect(atHand(near, 1)).toEqual([1, 3, 4, 0, 2].map((k) => [103 + k, few[k], few[k]! + far]));
  }
  const length = 2 ** 16 + 3;
  const many = Array.from({ length }, (_, k) => (k * 7) % 3);
  const near = new NearPairs(lineOf(many), (_own, _other, score) => score);
  near.widen(1, 1);
  const zeros = many.filter((slack) => slack === 0).length;
  expect(near.to[1]! - near.from[1]!).toBe(many.filter((slack) => slack < 2).length);
  expect(near.slack.subarray(near.from[1]!, near.from[1]! + zeros).every((slack) => slack === 0)).toBe(true);
  expect(near.other[near.to[1]! - 1]).toBe(103 + many.lastIndexOf(1));
});

it('works slacks out again only for a line that must be wider', () => {
  const asked: number[] = [];
  const near = new NearPairs(lineOf(drawn(4, 200, 1000)), (own, _other, score) => {
    asked.push(own);
    return score;
  });
  expect(asked.length).toBe(203);
  const cover = near.cover[1]!;
  near.widen(0, 1e9);
  near.widen(1, cover);
  expect(asked.length).toBe(203);
  near.widen(1, cover + 1);
  expect(asked.length).toBe(403);
  near.widen(1, 999);
  near.widen(1, 1e9);
  expect([near.cover[1], asked.length]).toEqual([Infinity, 603]);
});

it('turns lines round, and those of nobody too', () => {
  const lines = {
    start: Int32Array.of(0, 2, 2, 4),
    other: Int32Array.of(3, 0, 0, 1),
    score: Int32Array.of(7, 8, 9, 6),
  };
  expect(turned(lines, 5)).toEqual({
    start: Int32Array.of(0, 2, 3, 3, 4, 4),
    other: Int32Array.of(0, 2, 2, 0),
    score: Int32Array.of(8, 9, 6, 7),
  });
});
