import { closeSync, fdatasync, openSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';

const sync = promisify(fdatasync);

/** What an applicant was told is received: the key and words that were sent, and the reference if the page showed it. */
export type Told = {
  key: string;
  address: string;
  reference: string | null;
  words: Record<string, string>;
};

/**
 * The clients' own book. A line is on the disk before its acknowledgement is counted; lines that come together share one wait
 * for the disk.
 */
export class Ledger {
  private readonly handle: number;
  private readonly lines = new Map<string, Told>();
  private waiting: { text: string; done: () => void; failed: (error: unknown) => void }[] = [];
  private isWriting = false;

  constructor(readonly file: string) {
    this.handle = openSync(file, 'a', 0o600);
  }

  /** Notes an acknowledgement, or, the second time, its reference. */
  async note(told: Told): Promise<void> {
    await new Promise<void>((done, failed) => {
      this.waiting.push({ text: `${JSON.stringify(told)}\n`, done, failed });
      void this.write();
    });
    this.lines.set(told.key, told);
  }

  private async write(): Promise<void> {
    if (this.isWriting) return;
    this.isWriting = true;
    while (this.waiting.length > 0) {
      const some = this.waiting;
      this.waiting = [];
      try {
        writeSync(this.handle, some.map(({ text }) => text).join(''));
        await sync(this.handle);
        some.forEach(({ done }) => done());
      } catch (error) {
        some.forEach(({ failed }) => failed(error));
      }
    }
    this.isWriting = false;
  }

  /** Every acknowledgement once, with its reference where it is known. */
  get told(): readonly Told[] {
    return [...this.lines.values()];
  }

  close(): void {
    closeSync(this.handle);
  }
}
