/** Pairs by row: those of row r are `start[r]` up to `start[r + 1]`, each with its column and its score. */
export type PairList = { start: Int32Array; column: Int32Array; score: Int32Array };

/** All scores of one row, `NO_PAIR` where none may be made; good until the next row is read. */
export type ScoreRows = {
  rowOf: (row: number) => Int32Array;
  /** The rows are kept by the engine itself, which may strike pairs out of them. */
  isOwn?: true;
};

/** Writes a list row by row, in order. */
export class PairWriter {
  size = 0;
  private column: Int32Array;
  private score: Int32Array;
  private readonly start: Int32Array;

  constructor(
    private readonly rows: number,
    expected: number,
  ) {
    this.column = new Int32Array(expected);
    this.score = new Int32Array(expected);
    this.start = new Int32Array(rows + 1);
  }

  add(column: number, score: number): void {
    if (this.size === this.column.length) {
      this.column = longer(this.column);
      this.score = longer(this.score);
    }
    this.column[this.size] = column;
    this.score[this.size++] = score;
  }

  /** Pairs added from now on belong to the next row. */
  endRow(row: number): void {
    this.start[row + 1] = this.size;
  }

  done(): PairList {
    const { start, column, score, size, rows } = this;
    if (start[rows] !== size) throw new RangeError('A row was not ended.');
    return { start, column: column.slice(0, size), score: score.slice(0, size) };
  }
}

function longer(list: Int32Array): Int32Array {
  const copy = new Int32Array(2 * list.length + 16);
  copy.set(list);
  return copy;
}

/** Both lists in one; no pair may stand in both. */
export function joined(a: PairList, b: PairList): PairList {
  const rows = a.start.length - 1;
  const size = a.column.length + b.column.length;
  const both = { start: new Int32Array(rows + 1), column: new Int32Array(size), score: new Int32Array(size) };
  for (let row = 0, at = 0; row < rows; row += 1) {
    for (const { start, column, score } of [a, b]) {
      const [from, to] = [start[row]!, start[row + 1]!];
      for (let e = from; e < to; e += 1, at += 1) {
        both.column[at] = column[e]!;
        both.score[at] = score[e]!;
      }
    }
    both.start[row + 1] = at;
  }
  return both;
}

/** The pairs that `keep` says yes to. */
export function filtered(
  list: PairList,
  keep: (row: number, column: number, score: number) => boolean,
  pulse: (done: number) => void = () => undefined,
): PairList {
  const { start, column, score } = list;
  const rows = start.length - 1;
  const kept = new PairWriter(rows, Math.min(column.length, 4 * rows + 16));
  for (let row = 0; row < rows; row += 1) {
    if ((row & 1023) === 0) pulse(row);
    for (let e = start[row]!, end = start[row + 1]!; e < end; e += 1) {
      if (keep(row, column[e]!, score[e]!)) kept.add(column[e]!, score[e]!);
    }
    kept.endRow(row);
  }
  return kept.done();
}
