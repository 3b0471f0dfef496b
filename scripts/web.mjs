// The web process in production: the built app behind Node's own HTTP server, which alone knows a client's address.
import { createServer } from 'node:http';
import next from 'next';
import { root } from './lib/paths.mjs';

const port = Number(process.env.PORT ?? 3000);
const hostname = process.env.HOST ?? '127.0.0.1';
const trusted = Number(process.env.TRUSTED_PROXIES ?? 0);
const https = (process.env.APP_URL ?? '').startsWith('https:');

const app = next({ dev: false, dir: root, hostname, port });
const handle = app.getRequestHandler();
await app.prepare();

const server = createServer((request, response) => {
  // Without a proxy in front, only the socket is believed: a client could write any address into the header.
  if (trusted === 0) request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
  if (https) response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  void handle(request, response);
});
// Slow clients: a head within 15 seconds, the whole request within a minute.
server.headersTimeout = 15_000;
server.requestTimeout = 60_000;
// Longer than proxies keep theirs (60 seconds by default): a request sent over a connection that is just being closed is lost.
server.keepAliveTimeout = 75_000;
// The answer to a press comes of a fetch of its own: its machinery is loaded now, and not while the first person waits.
server.listen(port, hostname, () => void fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null));

process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 8000).unref();
});
