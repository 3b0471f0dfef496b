import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';

const NAMES = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY'];
/** RFC 8301, 3.2: signers use at least 1024 bits. */
const FEWEST_BITS = 1024;

/** The key itself, or what a file holds; null when there is no such file. */
function pemOf(value) {
  if (value.includes('-----BEGIN')) return value.replaceAll('\\n', '\n');
  try {
    return readFileSync(value, 'utf8');
  } catch {
    return null;
  }
}

function keyProblem(pem) {
  if (pem === null) return 'DKIM_KEY  is neither a key in PEM nor a file that can be read';
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    const fits = asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= FEWEST_BITS;
    return fits ? null : `DKIM_KEY  is no RSA key of at least ${FEWEST_BITS} bits`;
  } catch {
    return 'DKIM_KEY  is no private key in PEM';
  }
}

const senderDomain = (from) => (/<([^>]+)>/.exec(from)?.[1] ?? from).split('@')[1]?.trim().toLowerCase() ?? '';

const isWithin = (domain, parent) => domain === parent || domain.endsWith(`.${parent}`);

/**
 * How mails are signed (RFC 6376), from `DKIM_DOMAIN`, `DKIM_SELECTOR` and `DKIM_KEY`: all three or none. `problems` says what
 * does not fit, a line each; `settings` is for the worker, with the key itself.
 */
export function readDkim(env) {
  const missing = NAMES.filter((name) => !env[name]);
  if (missing.length === NAMES.length) return { problems: [], settings: {} };
  if (missing.length > 0)
    return {
      problems: missing.map((name) => `${name}  is missing: set all of ${NAMES.join(', ')} or none`),
      settings: {},
    };
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY: key } = env;
  const pem = pemOf(key);
  const problems = [
    ...(isWithin(senderDomain(env.MAIL_FROM ?? ''), domain.toLowerCase())
      ? []
      : ['DKIM_DOMAIN  is not the domain of MAIL_FROM, nor one above it']),
    ...(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(selector) ? [] : ['DKIM_SELECTOR  is no name such as mail2026']),
    ...[keyProblem(pem)].filter(Boolean),
  ];
  return { problems, settings: { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY: pem ?? '' } };
}
