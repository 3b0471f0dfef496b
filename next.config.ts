import type { NextConfig } from 'next';

const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
];

/** What exists in English alone: pages of committee and staff, the demonstration's own, files, probes. */
const ENGLISH_ONLY = ['committee', 'staff', 'dev', 'assets', 'api', '_next', 'healthz', 'readyz'];

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // The types are checked by `npm run check`, once, for the whole repository.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg',
    'pino',
    'nodemailer',
    'rate-limiter-flexible',
    // They read files that lie beside them.
    'pdfkit',
    'fontkit',
    'subset-font',
  ],
  // `/es/status` is `/status`: the same route, which reads its language from the address that was asked for.
  rewrites: async () => ({
    beforeFiles: [
      { source: '/:language(es|fr)', destination: '/' },
      { source: `/:language(es|fr)/:path((?!(?:${ENGLISH_ONLY.join('|')})(?:/|$)).*)`, destination: '/:path' },
    ],
  }),
  headers: async () => [
    { source: '/:path*', headers },
    {
      source: '/assets/:file(.*\\.[0-9a-f]{10}\\..*)',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
    },
    {
      source: '/assets/fonts/:file*',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
    },
  ],
};

export default config;
