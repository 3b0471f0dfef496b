import { NO_PAIR } from '@/domain/matching/kernels/graph';
import { PairWriter, type PairList } from '@/domain/matching/kernels/pair-list';
import type { RowReader } from '@/domain/matching/kernels/select-core';

export type PricedOut = {
  /** How many pairs are worth more than their prices: 0 proves the plan best over all pairs. */
  beaten: number;
  /** The most beaten pairs of each row. */
  worst: PairList;
  /** How much all row prices together would have to rise to beat no pair: price of the whole plus this is a bound. */
  lift: number;
  /** Every pair worth exactly its prices; null when there are too many, or some pair was beaten. */
  tight: PairList | null;
};

/**
 * Compares every pair with its prices (Gilmore and Gomory 1961; for assignment, Mamer and McBride 2000).
 *
 * Invariant: `worst` holds at most `perRow` pairs a row, the most beaten first; among equals those met first from a place
 * of the row's own, so that not all rows take the same columns.
 */
export function priceOut(
  reader: RowReader,
  prices: { rows: Float64Array; columns: Float64Array },
  limits: { perRow: number; mostHits: number; mostTight: number },
  pulse: (done: number) => void,
): PricedOut {
  const { rows, columns } = reader;
  const columnPrice = prices.columns;
  const small = columnPrice.every((price) => Math.abs(price) < SMALL) ? Int32Array.from(columnPrice) : null;
  const hits = new Int32Array(columns);
  const gains = new Float64Array(limits.perRow);
  const chosen = new Int32Array(limits.perRow);
  const worst = new PairWriter(rows, 16);
  const tight = new PairWriter(rows, Math.min(limits.mostTight, 4 * rows) + 16);
  let beaten = 0;
  let lift = 0;
  let complete = true;
  for (let row = 0; row < rows; row += 1) {
    if ((row & 15) === 0) pulse(row);
    const { weights, scores } = reader.read(row);
    const price = prices.rows[row]!;
    const begin = (row * 40_503) % columns;
    const asked = { weights, price, begin, mostHits: limits.mostHits };
    const count = small && Math.abs(price) < SMALL ? reached(asked, small, hits) : reachedBy(asked, columnPrice, hits);
    let size = 0;
    for (let k = 0; k < count; k += 1) {
      const column = hits[k]!;
      const gain = weights[column]! - columnPrice[column]! - price;
      if (gain === 0) continue;
      beaten += 1;
      if (size === limits.perRow && gain <= gains[size - 1]!) continue;
      let place = size < limits.perRow ? size++ : size - 1;
      for (; place > 0 && gains[place - 1]! < gain; place -= 1) {
        gains[place] = gains[place - 1]!;
        chosen[place] = chosen[place - 1]!;
      }
      gains[place] = gain;
      chosen[place] = column;
    }
    if (size > 0) lift += gains[0]!;
    for (let k = 0; k < size; k += 1) worst.add(chosen[k]!, scores[chosen[k]!]!);
    worst.endRow(row);
    complete &&= beaten === 0 && tight.size + count <= limits.mostTight;
    if (!complete) continue;
    for (let k = 0; k < count; k += 1) tight.add(hits[k]!, scores[hits[k]!]!);
    tight.endRow(row);
  }
  return { beaten, worst: worst.done(), lift, tight: complete ? tight.done() : null };
}

/** Two of these and a weight are added without overflow. */
const SMALL = 2 ** 29;

type Asked = { weights: Int32Array; price: number; begin: number; mostHits: number };

/** The columns, from `begin` on and around, whose pairs are worth their prices or more; 32-bit numbers are faster. */
function reached({ weights, price, begin, mostHits }: Asked, columnPrice: Int32Array, hits: Int32Array): number {
  const own = price | 0;
  let count = 0;
  for (let half = 0; half < 2; half += 1) {
    const end = half === 0 ? weights.length : begin;
    for (let column = half === 0 ? begin : 0; column < end; column += 1) {
      if (weights[column]! < ((columnPrice[column]! + own) | 0)) continue;
      hits[count++] = column;
      if (count >= mostHits) return count;
    }
  }
  return count;
}

function reachedBy({ weights, price, begin, mostHits }: Asked, columnPrice: Float64Array, hits: Int32Array): number {
  let count = 0;
  for (let half = 0; half < 2; half += 1) {
    const end = half === 0 ? weights.length : begin;
    for (let column = half === 0 ? begin : 0; column < end; column += 1) {
      if (weights[column]! - columnPrice[column]! < price || weights[column] === NO_PAIR) continue;
      hits[count++] = column;
      if (count >= mostHits) return count;
    }
  }
  return count;
}
