type Sources = { scripts: string; styles: string; fonts?: string };

/** The Content-Security-Policy of every page: our own origin, and what the page itself names. */
export const securityPolicy = ({ scripts, styles, fonts = "'self'" }: Sources): string =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "img-src 'self' data:",
    `font-src ${fonts}`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
  ].join('; ');
