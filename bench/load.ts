import { Agent, request } from 'node:http';

export type Shot = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string };
export type LoadResult = { perSecond: number; p50: number; p95: number; p99: number; statuses: Record<string, number> };

/** Sends one request. @returns its status */
export function fire(agent: Agent, base: URL, { method, path, headers = {}, body }: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = {
      agent,
      host: base.hostname,
      port: base.port,
      method,
      path,
      headers: body ? { ...headers, 'content-length': Buffer.byteLength(body) } : headers,
    };
    const sent = request(options, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Fires every shot once, `clients` at a time over kept connections, and measures each. */
export async function load(url: string, shots: readonly Shot[], clients: number): Promise<LoadResult> {
  const base = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  let next = 0;
  const start = performance.now();
  const client = async () => {
    for (let shot = shots[next++]; shot; shot = shots[next++]) {
      const begun = performance.now();
      const status = await fire(agent, base, shot);
      times.push(performance.now() - begun);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { perSecond: shots.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), statuses };
}
