// Deterministic instances of any size: ratings as people give them, pure chance, few levels; dense, with places, sparse.
import type { PairList } from '../src/domain/matching/kernels/pair-list';

export type Kind = 'realistic' | 'random' | 'ties';
export type Dense = { rows: number; columns: number; scores: Int32Array };

/** Fractions from 0 up to 1, the same for the same seed (xoshiro128**, Blackman and Vigna 2018). */
export function fractions(seed: number): () => number {
  const state = Int32Array.of(seed, seed ^ 0x9e3779b9, Math.imul(seed, 0x85ebca6b), 1);
  const draw = () => {
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const five = Math.imul(b, 5);
    const turned = Math.imul((five << 7) | (five >>> 25), 9);
    const next = d ^ b;
    state.set([a ^ next, b ^ c ^ a, c ^ a ^ (b << 9), (next << 11) | (next >>> 21)]);
    return (turned >>> 0) / 2 ** 32;
  };
  for (let k = 0; k < 16; k += 1) draw();
  return draw;
}

const AREAS = 7;
const REGIONS = 12;

type Rated = { count: number; ratings: Uint8Array; region: Uint8Array; wish: Uint8Array; topics: Uint32Array };

/** Mentors rate themselves higher than mentees do, good ones high in all areas; some regions are crowded. */
function rated(count: number, role: 'mentee' | 'mentor', seed: number): Rated {
  const draw = fractions(seed);
  const people: Rated = {
    count,
    ratings: new Uint8Array(count * AREAS),
    region: new Uint8Array(count),
    wish: new Uint8Array(count),
    topics: new Uint32Array(count),
  };
  for (let person = 0; person < count; person += 1) {
    const general = (role === 'mentor' ? 3.6 : 2.6) + draw() + draw() - 1;
    for (let area = 0; area < AREAS; area += 1) {
      const own = Math.round(general + (draw() + draw() + draw() - 1.5) * 1.6);
      people.ratings[person * AREAS + area] = Math.min(5, Math.max(1, own));
    }
    const place = Math.floor(REGIONS * draw() ** 2);
    people.region[person] = place;
    const wish = draw();
    people.wish[person] = wish < 0.3 ? 255 : wish < 0.8 ? place : Math.floor(draw() * REGIONS);
    for (let k = 0; k < 3; k += 1) people.topics[person]! |= 1 << Math.floor(24 * draw() ** 2);
  }
  return people;
}

const bitsIn = Uint8Array.from({ length: 4096 }, (_, value) => value.toString(2).replaceAll('0', '').length);

/** Scores whole rows from ratings; tables per mentee make a pair six look-ups. */
export function scorer(
  rows: number,
  columns: number,
  seed: number,
): (row: number, into: Int32Array, only?: readonly number[]) => Int32Array {
  const mentees = rated(rows, 'mentee', 2 * seed + 1);
  const mentors = rated(columns, 'mentor', 2 * seed + 2);
  const rating = (person: number, area: number) => mentors.ratings[person * AREAS + area]! - 1;
  const coded = (areas: readonly number[]) =>
    Uint16Array.from({ length: columns }, (_, person) =>
      areas.reduce((code, area) => 5 * code + rating(person, area), 0),
    );
  const [four, three] = [coded([0, 1, 2, 3]), coded([4, 5, 6])];
  const low = Uint16Array.from(mentors.topics, (topics) => topics & 4095);
  const high = Uint16Array.from(mentors.topics, (topics) => topics >>> 12);
  const [fourTable, threeTable] = [new Int32Array(625), new Int32Array(125)];
  const place = new Int32Array(REGIONS);
  return (row, into, only) => {
    const needs = Array.from({ length: AREAS }, (_, area) => 5 - mentees.ratings[row * AREAS + area]!);
    const unit = Math.floor((60_000 * 256) / Math.max(1, 4 * needs.reduce((sum, need) => sum + need, 0)));
    fillTable(fourTable, needs.slice(0, 4));
    fillTable(threeTable, needs.slice(4));
    const wish = mentees.wish[row]!;
    for (let region = 0; region < REGIONS; region += 1) {
      place[region] = wish === 255 ? 15_000 : Math.max(0, 20_000 - 5_000 * Math.abs(wish - region));
    }
    const topics = mentees.topics[row]!;
    const [menteeLow, menteeHigh] = [topics & 4095, topics >>> 12];
    const perTopic = Math.floor(20_000 / Math.max(1, bitsIn[menteeLow]! + bitsIn[menteeHigh]!));
    const own = { unit, menteeLow, menteeHigh, perTopic };
    fillRow({ four, three, low, high, region: mentors.region, fourTable, threeTable, place }, own, into, only);
    return into;
  };
}

type Tables = {
  four: Uint16Array;
  three: Uint16Array;
  low: Uint16Array;
  high: Uint16Array;
  region: Uint8Array;
  fourTable: Int32Array;
  threeTable: Int32Array;
  place: Int32Array;
};
type Own = { unit: number; menteeLow: number; menteeHigh: number; perTopic: number };

/** A plain loop over tables, as the product's: a function made anew for each row would never be compiled well. */
function fillRow(tables: Tables, own: Own, into: Int32Array, only: readonly number[] | undefined): void {
  const { four, three, low, high, region, fourTable, threeTable, place } = tables;
  const { unit, menteeLow, menteeHigh, perTopic } = own;
  const count = only ? only.length : into.length;
  for (let k = 0; k < count; k += 1) {
    const column = only ? only[k]! : k;
    const help = fourTable[four[column]!]! + threeTable[three[column]!]!;
    const shared = bitsIn[low[column]! & menteeLow]! + bitsIn[high[column]! & menteeHigh]!;
    into[column] = ((help * unit) >> 8) + place[region[column]!]! + perTopic * shared;
  }
}

function fillTable(table: Int32Array, needs: readonly number[]): void {
  for (let code = 0; code < table.length; code += 1) {
    let [sum, rest] = [0, code];
    for (let area = needs.length - 1; area >= 0; area -= 1) {
      sum += needs[area]! * (rest % 5);
      rest = Math.floor(rest / 5);
    }
    table[code] = sum;
  }
}

export function dense(kind: Kind, rows: number, columns: number): Dense {
  const scores = new Int32Array(rows * columns);
  const draw = fractions(rows + 7 * columns);
  const score = scorer(rows, columns, rows);
  const row = new Int32Array(columns);
  for (let r = 0; r < rows; r += 1) {
    const own = scores.subarray(r * columns, (r + 1) * columns);
    if (kind === 'random') for (let c = 0; c < columns; c += 1) own[c] = Math.floor(draw() * 100_001);
    else if (kind === 'realistic') score(r, own);
    else score(r, row).forEach((value, c) => (own[c] = 3448 * Math.floor(value / 3449)));
  }
  return { rows, columns, scores };
}

/** Places for mentors: together `share` times as many as mentees, one to five each. */
export function places(rows: number, columns: number, share: number): Int32Array {
  const draw = fractions(rows + columns);
  const capacity = new Int32Array(columns).fill(1);
  for (let total = columns; total < rows * share;) {
    const column = Math.floor(draw() * columns);
    if (capacity[column]! >= 5) continue;
    capacity[column]! += 1;
    total += 1;
  }
  return capacity;
}

/** For each row its best candidates among some that are drawn, or any at random; columns in order. */
export function sparse(
  kind: 'realistic' | 'random',
  size: { rows: number; columns: number },
  perRow: number,
): PairList {
  const { rows, columns } = size;
  const draw = fractions(rows + (kind === 'random' ? 1 : 2));
  const score = scorer(rows, columns, rows);
  const all = new Int32Array(columns);
  const start = Int32Array.from({ length: rows + 1 }, (_, row) => row * perRow);
  const column = new Int32Array(rows * perRow);
  const scores = new Int32Array(rows * perRow);
  const taken = new Int32Array(columns).fill(-1);
  for (let row = 0; row < rows; row += 1) {
    const drawn: number[] = [];
    const wanted = kind === 'random' ? perRow : 8 * perRow;
    while (drawn.length < Math.min(wanted, columns)) {
      const c = Math.floor(draw() * columns);
      if (taken[c] !== row) drawn.push(c);
      taken[c] = row;
    }
    if (kind === 'realistic') {
      score(row, all, drawn);
      drawn.sort((a, b) => all[b]! - all[a]! || a - b);
    }
    const chosen = drawn.slice(0, perRow).sort((a, b) => a - b);
    chosen.forEach((c, k) => {
      column[row * perRow + k] = c;
      scores[row * perRow + k] = kind === 'random' ? Math.floor(draw() * 100_001) : all[c]!;
    });
  }
  return { start, column, score: scores };
}
