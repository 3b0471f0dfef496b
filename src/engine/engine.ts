import { Worker } from 'node:worker_threads';
import {
  BOARD,
  BOARD_BYTES,
  ENGINE_STAGES,
  type EngineAnswer,
  type EngineProgress,
  type EngineTask,
  type InquiryEnd,
  type InquiryTask,
} from './protocol';

/** Loads TypeScript in the new thread: hooks of the process do not reach into it. */
const START = `
  const { register } = await import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))});
  register();
  await import(${JSON.stringify(new URL('./thread.ts', import.meta.url).href)});`;

/** Threads that wait, warm, for the next task. One per task at a time, so that a long one delays no other cycle. */
const idle: Worker[] = [];
const MOST_IDLE = 2;

function start(): Worker {
  const thread = new Worker(`(async () => {${START}})()`, { eval: true, execArgv: [], env: {} });
  // Waiting for work, or starting in vain, keeps no process alive and ends none.
  thread.on('error', () => undefined);
  thread.on('exit', () => {
    const place = idle.indexOf(thread);
    if (place !== -1) idle.splice(place, 1);
  });
  thread.unref();
  return thread;
}

/** Starts a thread ahead of its task, while the asker still reads the database. */
export function warmUp(): void {
  if (idle.length === 0) idle.push(start());
}

type Asked = Omit<EngineTask, 'board' | 'privatePart'> & {
  /** Makes the private part while the thread scores; null for a cycle without identity block. */
  privatePart: (() => Promise<Int32Array>) | null;
};
type Watch = {
  everyMs: number;
  /** Told how far it is; false cancels. */
  onProgress: (progress: EngineProgress) => Promise<boolean>;
};

/**
 * Scores, solves and proves in another thread.
 *
 * @returns `cancelled` soon after `onProgress` said false
 * @throws when the thread died, or `onProgress` or `privatePart` failed
 */
export async function solveCycle(asked: Asked, { everyMs, onProgress }: Watch): Promise<EngineAnswer> {
  const cells = new Int32Array(new SharedArrayBuffer(BOARD_BYTES));
  const pairs = asked.cycle.mentees.length * asked.cycle.mentors.length;
  const privatePart = asked.privatePart ? new SharedArrayBuffer(pairs * Int32Array.BYTES_PER_ELEMENT) : null;
  const thread = idle.pop() ?? start();
  thread.ref();
  const watching = watch(cells, everyMs, onProgress);
  try {
    const answered = ask<EngineAnswer>(thread, { ...asked, privatePart, board: cells.buffer });
    const [answer] = await Promise.race([
      Promise.all([answered, handOver(asked, privatePart, cells)]),
      watching.failed,
    ]);
    retire(thread);
    return answer;
  } catch (error) {
    await thread.terminate();
    throw error;
  } finally {
    await watching.stop();
  }
}

/**
 * Answers a question by fit alone in another thread.
 *
 * @throws when the thread died
 */
export async function inquire(task: InquiryTask): Promise<InquiryEnd> {
  const thread = idle.pop() ?? start();
  thread.ref();
  try {
    const answer = await ask<InquiryEnd>(thread, task);
    retire(thread);
    return answer;
  } catch (error) {
    await thread.terminate();
    throw error;
  }
}

async function handOver(asked: Asked, shared: SharedArrayBuffer | null, cells: Int32Array): Promise<void> {
  if (!asked.privatePart || !shared) return;
  new Int32Array(shared).set(await asked.privatePart());
  Atomics.store(cells, BOARD.privateReady, 1);
  Atomics.notify(cells, BOARD.privateReady);
}

function retire(thread: Worker): void {
  thread.unref();
  if (idle.length < MOST_IDLE) idle.push(thread);
  else void thread.terminate();
}

function ask<Answer>(thread: Worker, task: EngineTask | InquiryTask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('The matching thread ended.'));
    thread.once('exit', ended);
    thread.once('message', (answer: Answer) => {
      thread.off('exit', ended);
      resolve(answer);
    });
    thread.postMessage(task);
  });
}

/** Reads the board again and again, one report at a time. */
function watch(cells: Int32Array, everyMs: number, onProgress: Watch['onProgress']) {
  let ended = false;
  let wake: () => void = () => undefined;
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => (clearTimeout(timer), resolve());
    });
  const loop = (async () => {
    for (await pause(); !ended; await pause()) {
      const stage = ENGINE_STAGES[Atomics.load(cells, BOARD.stage)] ?? 'scoring';
      const [done, total] = [Atomics.load(cells, BOARD.done), Atomics.load(cells, BOARD.total)];
      const millionths = Atomics.load(cells, BOARD.millionths);
      const progress = { stage, done, total, share: millionths < 0 ? null : millionths / 1e6 };
      if (!(await onProgress(progress))) Atomics.store(cells, BOARD.cancelled, 1);
    }
  })();
  const failed = new Promise<never>((_, reject) => void loop.catch(reject));
  failed.catch(() => undefined);
  const stop = async () => {
    ended = true;
    wake();
    await loop.catch(() => undefined);
  };
  return { failed, stop };
}
