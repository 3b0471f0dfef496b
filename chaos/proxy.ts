import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Random } from '../prisma/demo/random';

const ends = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));

/** Passes bytes between clients and one port, and cuts connections without a word when it is told to. */
export class CuttingProxy {
  cuts = 0;
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private timer: NodeJS.Timeout | null = null;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(to: () => number): Promise<CuttingProxy> {
    const server = createServer((from) => proxy.join(from, to()));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => resolve());
    });
    const address = server.address();
    const proxy = new CuttingProxy(server, address !== null && typeof address === 'object' ? address.port : 0);
    return proxy;
  }

  private join(from: Socket, port: number): void {
    const to = connect({ host: '127.0.0.1', port });
    const pair = [from, to] as const;
    this.pairs.add(pair);
    for (const [one, other] of [pair, [to, from] as const]) {
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        other.destroy();
        this.pairs.delete(pair);
      });
      one.pipe(other);
    }
  }

  /** From now on every few milliseconds one connection, whichever the dice choose, is reset. */
  cutAtRandom(random: Random, everyMs: number): void {
    const again = () => {
      this.timer = setTimeout(
        () => {
          this.cutOne(random);
          again();
        },
        everyMs * (0.2 + random.next() * 1.6),
      );
    };
    again();
  }

  private cutOne(random: Random): void {
    const all = [...this.pairs];
    const pair = all[random.whole(Math.max(1, all.length))];
    if (!pair) return;
    this.cuts += 1;
    pair.forEach((socket) => socket.resetAndDestroy());
  }

  stopCutting(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  async close(): Promise<void> {
    this.stopCutting();
    this.pairs.forEach((pair) => pair.forEach((socket) => socket.destroy()));
    await ends(this.server);
  }
}
