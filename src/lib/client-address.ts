/**
 * The address a request came from, for counting only. Each proxy appends what it saw; with `trusted` proxies in front, the
 * entry that the outermost of them wrote counts. With none, the server itself wrote the last entry from the socket.
 */
export function clientAddress(headers: Headers, trusted: number): string {
  const seen = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  return seen[Math.max(0, seen.length - Math.max(1, trusted))] ?? 'unknown';
}
