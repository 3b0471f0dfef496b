/** A binary heap of whole numbers below `count`, nearest first, that knows where each stands (Williams 1964). */
export class NearestFirst {
  size = 0;
  readonly distance: Float64Array;
  private readonly items: Int32Array;
  private readonly placeOf: Int32Array;

  constructor(count: number) {
    this.distance = new Float64Array(count);
    this.items = new Int32Array(count);
    this.placeOf = new Int32Array(count);
  }

  /** Infinity when empty. */
  get nearest(): number {
    return this.size === 0 ? Infinity : this.distance[this.items[0]!]!;
  }

  add(item: number, distance: number): void {
    this.distance[item] = distance;
    this.rise(item, this.size++);
  }

  /** `item` is in the heap, and `distance` is no farther than it was. */
  approach(item: number, distance: number): void {
    this.distance[item] = distance;
    this.rise(item, this.placeOf[item]!);
  }

  /** Only when not empty. */
  take(): number {
    const { items, distance, placeOf } = this;
    const taken = items[0]!;
    const size = --this.size;
    const item = items[size]!;
    const far = distance[item]!;
    let place = 0;
    for (let child = 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && distance[items[child + 1]!]! < distance[items[child]!]!) child += 1;
      const other = items[child]!;
      if (distance[other]! >= far) break;
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
    const far = distance[item]!;
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = items[above]!;
      if (distance[other]! <= far) break;
      items[place] = other;
      placeOf[other] = place;
      place = above;
    }
    items[place] = item;
    placeOf[item] = place;
  }
}
