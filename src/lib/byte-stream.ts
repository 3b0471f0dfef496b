/** Bytes as they are made, no faster than they are taken; whoever goes away stops the making. */
export function byteStream(source: AsyncIterable<Uint8Array | string>): ReadableStream<Uint8Array> {
  const parts = source[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : new Uint8Array(value));
    },
    async cancel() {
      await parts.return?.();
    },
  });
}
