import { expect, it } from 'vitest';
import { eventStream } from '@/lib/event-stream';

/** What was sent when the stream had ended. */
const sentBy = async (response: Response): Promise<string> => response.text();

it('sends a word when it changed, and a beat when it did not', async () => {
  const stop = new AbortController();
  const words = ['one', 'one', 'two'];
  const read = async () => {
    const word = words.shift();
    if (word === undefined) stop.abort();
    return word ?? 'two';
  };
  const response = eventStream(stop.signal, read, 1);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('private, no-store, no-transform');
  expect(await sentBy(response)).toBe('retry: 2000\n\nevent: stamp\ndata: one\n\nevent: stamp\ndata: two\n\n');
});

it('ends when reading fails, so that the browser comes back', async () => {
  const response = eventStream(new AbortController().signal, () => Promise.reject(new Error('no database')));
  expect(await sentBy(response)).toBe('retry: 2000\n\n');
});

it('reads no more once nobody listens', async () => {
  let reads = 0;
  const response = eventStream(new AbortController().signal, async () => String((reads += 1)));
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.read();
  await reader?.cancel();
  const before = reads;
  await new Promise((done) => setImmediate(done));
  expect([before, reads]).toEqual([before, before]);
});
