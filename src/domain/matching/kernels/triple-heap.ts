/** Whether triple `i` of `a` comes before triple `j` of `b`: the first number that differs decides. */
export function isBefore(a: Float64Array, i: number, b: Float64Array, j: number): boolean {
  const [p, q] = [3 * i, 3 * j];
  if (a[p] !== b[q]) return a[p]! < b[q]!;
  if (a[p + 1] !== b[q + 1]) return a[p + 1]! < b[q + 1]!;
  return a[p + 2]! < b[q + 2]!;
}

/** As `NearestFirst`, with distances of three numbers that are compared in order. */
export class TripleHeap {
  size = 0;
  readonly distance: Float64Array;
  private readonly items: Int32Array;
  private readonly placeOf: Int32Array;

  constructor(count: number) {
    this.distance = new Float64Array(3 * count);
    this.items = new Int32Array(count);
    this.placeOf = new Int32Array(count);
  }

  /** Only when not empty. */
  get first(): number {
    return this.items[0]!;
  }

  /** The distance is already in `distance`. */
  add(item: number): void {
    this.rise(item, this.size++);
  }

  /** `item` is in the heap, and the distance in `distance` is no farther than it was. */
  approach(item: number): void {
    this.rise(item, this.placeOf[item]!);
  }

  /** Only when not empty. */
  take(): number {
    const { items, distance, placeOf } = this;
    const taken = items[0]!;
    const size = --this.size;
    const item = items[size]!;
    let place = 0;
    for (let child = 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && isBefore(distance, items[child + 1]!, distance, items[child]!)) child += 1;
      const other = items[child]!;
      if (!isBefore(distance, other, distance, item)) break;
      items[place] = other;
      placeOf[other] = place;
      place = child;
    }
    items[place] = item;
    placeOf[item] = place;
    return taken;
  }

  private rise(item: number, from: number): void {
    const { items, distance, placeOf } = this;
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = items[above]!;
      if (!isBefore(distance, item, distance, other)) break;
      items[place] = other;
      placeOf[other] = place;
      place = above;
    }
    items[place] = item;
    placeOf[item] = place;
  }
}
