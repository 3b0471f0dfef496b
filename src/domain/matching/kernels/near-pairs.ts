/** Pairs line by line, in any order: those of line k are `start[k]` up to `start[k + 1]`, each with who stands opposite. */
export type Lines = { start: Int32Array; other: Int32Array; score: Int32Array };

/** What the prices of a pair exceed its worth by, in the first number. */
export type SlackOf = (own: number, other: number, score: number) => number;

/** About so many pairs of a line are at hand from the start. */
const AT_HAND = 32;
/** Of so many pairs more, one is looked at to find the slack up to which they are. */
const SAMPLES = 4;

/** A slack and a place within a line in one number, while both fit; sorting such numbers is quick. */
const PLACES = 2 ** 16;
const MOST_SLACK = 2 ** 37;

/**
 * The pairs of each line with the least slack, nearest first: a search reads only those, and most are never asked for.
 *
 * Invariant: those of line k stand at `from[k]` up to `to[k]` and are all that have a slack of `cover[k]` or less.
 */
export class NearPairs {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly cover: Float64Array;
  other: Int32Array;
  score: Int32Array;
  slack: Float64Array;
  private size = 0;
  private readonly line: Float64Array;

  constructor(
    private readonly lines: Lines,
    private readonly slackOf: SlackOf,
  ) {
    const count = lines.start.length - 1;
    this.from = new Int32Array(count);
    this.to = new Int32Array(count);
    this.cover = new Float64Array(count);
    const expected = Math.min(lines.other.length, 2 * AT_HAND * count);
    this.other = new Int32Array(expected);
    this.score = new Int32Array(expected);
    this.slack = new Float64Array(expected);
    let longest = 0;
    for (let own = 0; own < count; own += 1) longest = Math.max(longest, lines.start[own + 1]! - lines.start[own]!);
    this.line = new Float64Array(longest);
    for (let own = 0; own < count; own += 1) {
      const slacks = this.slacksOf(own);
      this.write(own, slacks, nearbyOf(slacks));
    }
  }

  /** Has all pairs of a line up to a slack at hand; arrays that were read before may be others now. */
  widen(own: number, upTo: number): void {
    if (this.cover[own]! < upTo) this.write(own, this.slacksOf(own), upTo);
  }

  private slacksOf(own: number): Float64Array {
    const { start, other, score } = this.lines;
    const [from, to] = [start[own]!, start[own + 1]!];
    for (let e = from; e < to; e += 1) this.line[e - from] = this.slackOf(own, other[e]!, score[e]!);
    return this.line.subarray(0, to - from);
  }

  private write(own: number, slacks: Float64Array, upTo: number): void {
    const chosen = orderUpTo(slacks, upTo);
    while (this.size + chosen.length > this.other.length) this.grow();
    const first = this.lines.start[own]!;
    this.from[own] = this.size;
    for (const k of chosen) {
      this.other[this.size] = this.lines.other[first + k]!;
      this.score[this.size] = this.lines.score[first + k]!;
      this.slack[this.size++] = slacks[k]!;
    }
    this.to[own] = this.size;
    this.cover[own] = chosen.length === slacks.length ? Infinity : upTo;
  }

  private grow(): void {
    const length = 2 * this.other.length + 64;
    const [other, score, slack] = [new Int32Array(length), new Int32Array(length), new Float64Array(length)];
    other.set(this.other);
    score.set(this.score);
    slack.set(this.slack);
    Object.assign(this, { other, score, slack });
  }
}

/** The slack up to which a line has about as many pairs as are wanted at hand. */
function nearbyOf(slacks: Float64Array): number {
  if (slacks.length <= 2 * AT_HAND) return Infinity;
  const step = Math.max(1, Math.floor(slacks.length / (SAMPLES * AT_HAND)));
  const sample = new Float64Array(Math.ceil(slacks.length / step));
  for (let k = 0; k < sample.length; k += 1) sample[k] = slacks[k * step]!;
  return sample.sort()[Math.floor(AT_HAND / step)]!;
}

/** The places of all slacks up to a limit, the least first. */
function orderUpTo(slacks: Float64Array, upTo: number): number[] | Float64Array {
  const chosen: number[] = [];
  let isPlain = slacks.length < PLACES;
  for (let k = 0; k < slacks.length; k += 1) {
    const slack = slacks[k]!;
    if (slack > upTo) continue;
    chosen.push(k);
    isPlain &&= slack < MOST_SLACK && slack >= 0;
  }
  if (!isPlain) return chosen.sort((a, b) => slacks[a]! - slacks[b]!);
  const keys = Float64Array.from(chosen, (k) => slacks[k]! * PLACES + k).sort();
  for (let at = 0; at < keys.length; at += 1) keys[at] = keys[at]! % PLACES;
  return keys;
}

/** The same pairs by who stands opposite. */
export function turned({ start, other, score }: Lines, count: number): Lines {
  const size = other.length;
  const turnedStart = new Int32Array(count + 1);
  for (let e = 0; e < size; e += 1) turnedStart[other[e]! + 1]! += 1;
  for (let k = 0; k < count; k += 1) turnedStart[k + 1]! += turnedStart[k]!;
  const place = turnedStart.slice();
  const result = { start: turnedStart, other: new Int32Array(size), score: new Int32Array(size) };
  for (let own = 0; own + 1 < start.length; own += 1) {
    for (let e = start[own]!; e < start[own + 1]!; e += 1) {
      const at = place[other[e]!]!++;
      result.other[at] = own;
      result.score[at] = score[e]!;
    }
  }
  return result;
}
