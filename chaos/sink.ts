import { closeSync, fdatasyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

/**
 * What becomes of one mail: taken, put off (4xx), refused (5xx), answered late; cut after DATA, or after the final dot, before or
 * after it is in the book; or no answer at all, likewise.
 */
export const MOODS = [
  'take',
  'later',
  'refuse',
  'slow',
  'cut-in-data',
  'cut-before-book',
  'cut-after-book',
  'hang-before-book',
  'hang-after-book',
] as const;
export type Mood = (typeof MOODS)[number];

type Done = (error?: Error | null, message?: string) => void;
type Files = { book: number; log: number };

/** How long an answer takes in the mood `slow`. */
export const SLOW_MS = 400;
const reply = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

/**
 * A mail server that keeps nothing but a book: which Message-ID it took, on the disk before it says so. What the book has
 * twice was sent twice, whatever the program believes. Beside it a log as Postfix writes it.
 */
export class Sink {
  /** Message-ID → how many times it was taken. */
  readonly taken = new Map<string, number>();
  /** How often it was in which mood. */
  readonly counts = new Map<Mood, number>();
  /** How long an answer takes, in milliseconds. */
  delayMs = 0;
  /** Asked for every mail. */
  moodOf: () => Mood = () => 'take';
  private readonly sockets = new Map<number, Socket>();
  private queued = 0;

  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
    readonly logFile: string,
    private readonly files: Files,
  ) {
    server.server.on('connection', (socket: Socket) => {
      const port = socket.remotePort ?? 0;
      this.sockets.set(port, socket);
      socket.on('error', () => undefined);
      socket.once('close', () => this.sockets.delete(port));
    });
  }

  static async open(folder: string): Promise<Sink> {
    mkdirSync(folder, { recursive: true });
    const logFile = join(folder, 'mail.log');
    const files = { book: openSync(join(folder, 'taken'), 'a', 0o600), log: openSync(logFile, 'a', 0o600) };
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onData(stream, { remotePort }, done) {
        const mood = sink.nextMood();
        if (mood === 'cut-in-data') sink.cut(remotePort);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const answer = () => sink.answer(Buffer.concat(chunks), { mood, port: remotePort, done });
          setTimeout(answer, mood === 'slow' ? SLOW_MS : sink.delayMs);
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(0, '127.0.0.1', () => resolve());
    });
    server.server.once('close', () => Object.values(files).forEach((file) => closeSync(file)));
    const address = server.server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const sink = new Sink(server, `smtp://127.0.0.1:${port}`, logFile, files);
    sink.log('postfix-script', 'starting the mail system');
    return sink;
  }

  private nextMood(): Mood {
    const mood = this.moodOf();
    this.counts.set(mood, (this.counts.get(mood) ?? 0) + 1);
    return mood;
  }

  private cut(port: number): void {
    this.sockets.get(port)?.resetAndDestroy();
  }

  private log(daemon: string, words: string): void {
    writeSync(this.files.log, `${new Date().toISOString()} chaos postfix/${daemon}[1]: ${words}\n`);
  }

  private answer(mail: Buffer, { mood, port, done }: { mood: Mood; port: number; done: Done }): void {
    if (mood === 'later') return done(reply(451, '4.3.0 not now'));
    if (mood === 'refuse') return done(reply(554, '5.0.0 no'));
    if (mood === 'cut-in-data' || mood === 'cut-before-book') return this.cut(port);
    if (mood === 'hang-before-book') return;
    this.take(mail);
    if (mood === 'cut-after-book') return this.cut(port);
    if (mood !== 'hang-after-book') done(null, 'kept');
  }

  private take(mail: Buffer): void {
    const [, id = 'none', domain = ''] = /^message-id:\s*<([^@>]+)@([^>]*)>/im.exec(mail.toString('utf8')) ?? [];
    const queueId = (0xa0000000 + ++this.queued).toString(16).toUpperCase();
    this.log('cleanup', `${queueId}: message-id=<${id}@${domain}>`);
    this.log('qmgr', `${queueId}: from=<mentoring@example.test>, size=${mail.length}, nrcpt=1 (queue active)`);
    writeSync(this.files.book, `${id}\n`);
    fdatasyncSync(this.files.book);
    this.taken.set(id, (this.taken.get(id) ?? 0) + 1);
  }

  /** Takes everything at once again. */
  calm(): void {
    this.moodOf = () => 'take';
    this.delayMs = 0;
    this.counts.clear();
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
