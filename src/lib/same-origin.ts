import { appUrl } from './env';

/** Whether a post comes from a page of ours: browsers say so in one of two headers, and scripts must send `Origin`. */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return headers.get('origin') === new URL(appUrl()).origin;
}
