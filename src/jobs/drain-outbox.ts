import { clock } from '@/lib/clock';
import { workerEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { drain } from '@/mail/drain';
import { openLedger, type MailLedger } from '@/mail/ledger';
import { mailDomain, openTransport, pooledUrl, type Signing } from '@/mail/transport';
import { releaseHeld } from './release-held';

let transport: ReturnType<typeof openTransport> | undefined;
let ledger: MailLedger | null | undefined;

function signing(): Signing | null {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY: key } = workerEnv();
  return domain && selector && key ? { domain, selector, key } : null;
}

/** Sends what is due; queued by whoever queues a mail, and every minute for what was put off. */
export async function drainOutbox(): Promise<void> {
  const { SMTP_URL: url, MAIL_FROM: from, MAIL_PER_MINUTE: perMinute, MAIL_LEDGER: kept } = workerEnv();
  const { send } = (transport ??= openTransport(pooledUrl(url, perMinute), from, signing()));
  ledger ??= openLedger(kept, clock.now);
  const { accepted, probes, suppressed } = await drain({ send, readNow: clock.now, ledger, domain: mailDomain(from) });
  if (accepted + suppressed > 0) log.info({ accepted, suppressed }, 'mail sent');
  // Trial letters were all that a release waited for.
  if (probes > 0) await releaseHeld();
}
