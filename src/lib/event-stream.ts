import { setTimeout as wait } from 'node:timers/promises';

const SECOND_MS = 1000;
const BEAT_EVERY = 10;
const LIFE_MS = 120_000;

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Not to be gathered on its way by whoever compresses or buffers.
  'Cache-Control': 'private, no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/** What is sent next: the word when it is new, and now and then that the connection lives. */
async function* events(read: () => Promise<string>, everyMs: number, signal: AbortSignal): AsyncGenerator<string> {
  yield 'retry: 2000\n\n';
  let last = '';
  const until = Date.now() + LIFE_MS;
  for (let round = 0; !signal.aborted && Date.now() < until; round += 1) {
    const word = await read();
    if (word !== last) yield `event: stamp\ndata: ${word}\n\n`;
    else if (round % BEAT_EVERY === 0) yield 'event: beat\ndata: .\n\n';
    last = word;
    // Stopped while it waits, it looks at the signal next.
    await wait(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

/**
 * Server-sent events: `read` is asked every second, and its word sent when it changed. It ends after two minutes, so that the browser
 * comes back and is asked again who it is; an error ends it too, and the browser comes back after two seconds.
 */
export function eventStream(signal: AbortSignal, read: () => Promise<string>, everyMs = SECOND_MS): Response {
  const encoder = new TextEncoder();
  const stopped = new AbortController();
  const all = AbortSignal.any([signal, stopped.signal]);
  const source = events(read, everyMs, all);
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await source.next().catch(() => ({ done: true, value: undefined }));
      if (done || value === undefined) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => stopped.abort(),
  });
  return new Response(body, { headers: HEADERS });
}
