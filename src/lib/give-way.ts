import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

const LOW = 10;

/** People at a page come first; a letter or a plan can wait for a moment. */
export function giveWay(): void {
  setPriority(LOW);
  try {
    // Linux shares the processor between sessions, and only inside one by priority: the session steps back, too.
    writeFileSync('/proc/self/autogroup', String(LOW));
  } catch {
    // Another system, or one that does not group by sessions.
  }
}
