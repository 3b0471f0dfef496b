import { closeSync, fdatasyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

/**
 * A mail server that keeps nothing but a book: which Message-ID it took, on the disk before it says so. What the book has
 * twice was sent twice, whatever the program believes.
 */
export class Sink {
  /** Message-ID → how many times it was taken. */
  readonly taken = new Map<string, number>();
  /** How long an answer takes, in milliseconds. */
  delayMs = 0;

  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
  ) {}

  static async open(folder: string): Promise<Sink> {
    mkdirSync(folder, { recursive: true });
    const book = openSync(join(folder, 'taken'), 'a', 0o600);
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => setTimeout(() => sink.take(book, Buffer.concat(chunks), done), sink.delayMs));
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(0, '127.0.0.1', () => resolve());
    });
    server.server.once('close', () => closeSync(book));
    const address = server.server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const sink = new Sink(server, `smtp://127.0.0.1:${port}`);
    return sink;
  }

  private take(book: number, mail: Buffer, done: (error?: Error | null, message?: string) => void): void {
    const id = /^message-id:\s*<([^@>]+)@/im.exec(mail.toString('utf8'))?.[1] ?? 'none';
    writeSync(book, `${id}\n`);
    fdatasyncSync(book);
    this.taken.set(id, (this.taken.get(id) ?? 0) + 1);
    done(null, 'kept');
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
