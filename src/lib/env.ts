import { z } from 'zod';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');

const shared = {
  APP_URL: z.url(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
};

const webSchema = z.object({
  ...shared,
  WEB_DATABASE_URL: z.url(),
  AUTH_SECRET: z.string().min(32),
  BOOKEND_DEMO: flag,
  /** Whether two named people may open one record for an hour. */
  BREAK_GLASS: flag,
  /** Where caught mail lies; only read for /dev/mail in a demonstration. */
  MAIL_DIR: z.string().default(''),
  /** What the mail server says when it reports mail that came back; without it nobody can. */
  BOUNCE_SECRET: z.string().min(24, 'BOUNCE_SECRET is shorter than 24 characters.').optional(),
  /** How many proxies in front may be believed about the client's address. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
});

const workerSchema = z.object({
  ...shared,
  WORKER_DATABASE_URL: z.url(),
  VAULT_KEY: z.string().min(43),
  VAULT_KEY_FILE: z.string().min(1),
  BREAK_GLASS: flag,
  SMTP_URL: z.url(),
  MAIL_FROM: z.string().min(3),
  /** The most letters a minute, as the mail server allows; 0 is no limit. */
  MAIL_PER_MINUTE: z.coerce.number().int().min(0).default(1200),
  /** Where it can be looked up whether the mail server took a message: none, log:/path, header. */
  MAIL_LEDGER: z
    .string()
    .regex(/^(none|header|log:\/.+)$/, 'MAIL_LEDGER is none, header, or log:/path of the mail server’s log.')
    .default('none'),
  /** Who signs mails, under which name, and the key itself in PEM; checked by the launcher. None: mails are not signed. */
  DKIM_DOMAIN: z.string().default(''),
  DKIM_SELECTOR: z.string().default(''),
  DKIM_KEY: z.string().default(''),
  /** Where mail that came back is put down for the worker to read. */
  BOUNCE_DIR: z.string().default(''),
  AUTH_SECRET: z.string().min(32),
});

function once<T>(read: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: read() }).value;
}

/** What the web process was given. It has neither the vault's key nor the owner's database URL. */
export const webEnv = once(() => {
  const env = webSchema.parse(process.env);
  if (env.BOOKEND_DEMO && !isLoopback(env.APP_URL))
    throw new Error('BOOKEND_DEMO is refused unless APP_URL is a loopback address.');
  return env;
});

export const workerEnv = once(() => workerSchema.parse(process.env));

/** Read anew each time: the setting may be missing. */
export const bounceSecret = (): string | undefined => webSchema.shape.BOUNCE_SECRET.parse(process.env.BOUNCE_SECRET);

/** The address of this install, without a slash at the end; both processes have it. */
export const appUrl = once(() => z.url().parse(process.env.APP_URL).replace(/\/$/, ''));

export const isHttps = () => appUrl().startsWith('https:');

export const isDemo = () => webEnv().BOOKEND_DEMO;

function isLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}
