import { clock } from '@/lib/clock';
import { workerEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { drain } from '@/mail/drain';
import { openTransport, pooledUrl } from '@/mail/transport';

let transport: ReturnType<typeof openTransport> | undefined;

/**
 * Sends what is due; queued by whoever queues a mail, and every minute for what was put off.
 *
 * @returns false when the mail server is ill
 */
export async function drainOutbox(): Promise<boolean> {
  const { SMTP_URL: url, MAIL_FROM: from, MAIL_PER_MINUTE: perMinute } = workerEnv();
  const { send } = (transport ??= openTransport(pooledUrl(url, perMinute), from));
  const { accepted, ill } = await drain(send, clock.now);
  if (accepted > 0) log.info({ accepted }, 'mail sent');
  return !ill;
}
