/** For the HTML of a mail in a page of its own: it may run nothing, load nothing, send nothing, and does not count as a page of ours. */
export const SANDBOX =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";

export const sandboxed = (html: string): Response =>
  new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': SANDBOX,
      'Cache-Control': 'private, no-store',
    },
  });
