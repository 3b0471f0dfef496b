import { clock } from '@/lib/clock';
import { workerEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { drain } from '@/mail/drain';
import { openTransport, pooledUrl } from '@/mail/transport';

let transport: ReturnType<typeof openTransport> | undefined;

/** Sends what is due; queued by whoever queues a mail, and every minute for what was put off. */
export async function drainOutbox(): Promise<void> {
  const { SMTP_URL: url, MAIL_FROM: from } = workerEnv();
  const { send } = (transport ??= openTransport(pooledUrl(url), from));
  const accepted = await drain(send, clock.now);
  if (accepted > 0) log.info({ accepted }, 'mail sent');
}
