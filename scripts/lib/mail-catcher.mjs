// A real SMTP server on a free loopback port that keeps every mail as a file, for development, demonstration and tests.
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

function keep(dir, name, content) {
  const part = join(dir, `.${name}.part`);
  const file = openSync(part, 'w');
  writeSync(file, content);
  fsyncSync(file);
  closeSync(file);
  renameSync(part, join(dir, name));
}

/**
 * @param reply called per message with the sender and the recipients; may return an Error with `responseCode` to refuse
 * @returns the URL to send to and `stop()`
 */
export async function startMailCatcher(dir, { reply } = {}) {
  mkdirSync(dir, { recursive: true });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const refusal = reply?.(session.envelope);
        if (refusal) return done(refusal);
        const stamp = new Date().toISOString().replace(/[:.]/g, '-');
        keep(dir, `${stamp}-${String(++count).padStart(4, '0')}.eml`, Buffer.concat(chunks));
        done(null, 'kept');
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address();
  return { url: `smtp://127.0.0.1:${port}`, stop: () => new Promise((resolve) => server.close(resolve)) };
}
