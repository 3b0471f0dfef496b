type Kept = { name: string; mediaType: string; content: Uint8Array<ArrayBuffer> };

/** A kept file as an answer: always a download, since what strangers hand in must never run in a page of ours. */
export const download = ({ name, mediaType, content }: Kept): Response =>
  new Response(content, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  });
