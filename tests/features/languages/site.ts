import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readAddress } from '@/lib/language';

const routes = resolve(import.meta.dirname, '../../../src/app/(public)');
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response> | Response;
type Route = Partial<Record<'GET' | 'POST', Handler>>;

/** Every public route by its folder, such as `apply/[cycle]/[role]`. */
export const ADDRESSES: readonly string[] = readdirSync(routes, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('route.tsx'))
  .map((path) => path.replace(/\/?route\.tsx$/, ''))
  .sort();

/** The parameters of a path in a route; null when it is another's. */
function paramsOf(address: string, path: readonly string[]): Record<string, string> | null {
  const parts = address.split('/').filter(Boolean);
  if (parts.length !== path.length) return null;
  const pairs = parts.map((part, index) => [part, path[index] ?? ''] as const);
  if (pairs.some(([part, typed]) => !part.startsWith('[') && part !== typed)) return null;
  return Object.fromEntries(
    pairs.filter(([part]) => part.startsWith('[')).map(([part, typed]) => [part.slice(1, -1), typed]),
  );
}

/** How many parts of a route are words of their own: the more there are, the earlier it is asked. */
const plain = (address: string) => address.split('/').filter((part) => !part.startsWith('[')).length;
const inOrder = [...ADDRESSES].sort((a, b) => plain(b) - plain(a));

export const visited = new Set<string>();

/** Answers a request as the built program does: by folder, whatever language stands before the path. */
export async function site(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const path = (readAddress(pathname + search).path.split('?')[0] ?? '')
    .split('/')
    .filter(Boolean)
    .map(decodeURIComponent);
  const address = inOrder.find((one) => !one.includes('...') && paramsOf(one, path)) ?? '[...rest]';
  visited.add(address);
  const route = (await import(join(routes, address, 'route.tsx'))) as Route; // the two exports that Next knows
  const handler = request.method === 'POST' ? route.POST : route.GET;
  if (!handler) return new Response(null, { status: 405 });
  return handler(request, { params: Promise.resolve(paramsOf(address, path) ?? {}) });
}
