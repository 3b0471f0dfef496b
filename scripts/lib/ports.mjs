import { createServer } from 'node:net';

const listen = (port) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => {
      const { port: found } = server.address();
      server.close(() => resolve(found));
    });
  });

export const freePort = () => listen(0);

export const isPortFree = (port) =>
  listen(port).then(
    () => true,
    () => false,
  );

/** The wanted port, or the next free one after it. */
export async function nextFreePort(wanted) {
  for (let port = wanted; port < wanted + 100; port++) if (await isPortFree(port)) return port;
  return freePort();
}
