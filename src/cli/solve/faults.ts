/** Everything that is wrong with an input, one sentence each. */
export class InputFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/** More lines than this help nobody. */
const MOST_SHOWN = 50;

/** Collects what is wrong, so that one run names it all. */
export class FaultList {
  private readonly faults: string[] = [];
  private count = 0;

  add(fault: string): void {
    this.count += 1;
    if (this.faults.length < MOST_SHOWN) this.faults.push(fault);
  }

  /** @throws {InputFault} when something is wrong */
  settle(): void {
    if (this.count === 0) return;
    const more = this.count - this.faults.length;
    throw new InputFault(more > 0 ? [...this.faults, `and ${more} more`] : this.faults);
  }
}

/** A value as it stands in the input, in short. */
export const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};
