import type { Request } from '@playwright/test';

/** A press of a button of a page for signed-in people, as the browser would have sent it. */
export type Press = { by: string; path: string; button: string; headers: Record<string, string>; body: Buffer };

const CARRIED = ['content-type', 'next-action', 'next-router-state-tree', 'accept'];

export function pressOf(request: Request, by: string, button: string): Press {
  const headers = request.headers();
  const { pathname, search } = new URL(request.url());
  return {
    by,
    path: pathname + search,
    button,
    headers: Object.fromEntries(CARRIED.flatMap((name) => (headers[name] ? [[name, headers[name]]] : []))),
    body: request.postDataBuffer() ?? Buffer.alloc(0),
  };
}

/** The same button for another row of a page is no other button: two of each are enough. */
export const fewOfEach = (presses: readonly Press[]): Press[] =>
  presses.filter((press, index) => {
    const alike = ({ button, headers, path }: Press) =>
      button === press.button && headers['next-action'] === press.headers['next-action'] && path === press.path;
    return presses.slice(0, index).filter(alike).length < 2;
  });
