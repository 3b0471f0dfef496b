import { createTransport } from 'nodemailer';
import { causeOf } from '@/domain/smtp-reply';

export type Outgoing = {
  id: string;
  to: { address: string; name: string };
  /** Empty: answers go to the sender. */
  replyTo: string;
  subject: string;
  text: string;
  html: string;
  /** Dates as a calendar file; empty or left out where there are none. */
  calendar?: string;
  /** Where a mail program unsubscribes its reader; empty or left out where nothing can be left. */
  unsubscribeUrl?: string;
};

/**
 * What the server answered: `accepted` and `refused` come with its reply, `later` asks for another attempt. `unknown`:
 * no reply code, so nobody knows whether the message was taken (RFC 1047). `offline`: the server was never reached.
 */
export type Delivery =
  { result: 'accepted' | 'refused' | 'later'; reply: string } | { result: 'unknown' | 'offline'; reply: string };

const NEVER_REACHED = { codes: ['EDNS'], timeouts: ['CONNECTION_TIMEOUT', 'GREETING_TIMEOUT'] };

const textIn = (error: Error, name: string): string => {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
};

/**
 * The library names most faults CONN, also a connection that closed after the final dot. Only what cannot have carried a
 * message counts as offline: no address, a refused or timed-out connect, a greeting that never came.
 */
function neverReached(error: Error): boolean {
  const connecting = textIn(error, 'syscall') === 'connect' || textIn(error, 'syscall') === 'getaddrinfo';
  return (
    connecting ||
    NEVER_REACHED.codes.includes(textIn(error, 'code')) ||
    NEVER_REACHED.timeouts.includes(textIn(error, 'timeoutType'))
  );
}

function deliveryOf(error: unknown): Delivery {
  if (!(error instanceof Error)) return { result: 'unknown', reply: 'unknown fault' };
  const responseCode: unknown = Reflect.get(error, 'responseCode');
  const reply = textIn(error, 'response') || error.message;
  if (typeof responseCode === 'number') {
    const isOurs = causeOf(reply) === 'sign_in';
    return { result: responseCode < 500 || isOurs ? 'later' : 'refused', reply };
  }
  return { result: neverReached(error) ? 'offline' : 'unknown', reply };
}

const senderOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

/** The right-hand side of our Message-IDs. */
export const mailDomain = (from: string): string => senderOf(from).split('@')[1] ?? 'localhost';

const datesFile = (content: string) => ({
  filename: 'dates.ics',
  content,
  contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
});

/** RFC 8058: one press in the mail program, no page in between. */
const leaving = (url = ''): Record<string, string> =>
  url ? { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {};

/** Signs what a receiver is shown or acts on (RFC 6376, 5.4.1; RFC 8058, 4). */
const SIGNED =
  'From:Reply-To:Subject:Date:To:Message-ID:MIME-Version:Content-Type:Content-Transfer-Encoding:List-Unsubscribe:List-Unsubscribe-Post';

export type Signing = { domain: string; selector: string; key: string };

const dkimOf = ({ domain: domainName, selector: keySelector, key: privateKey }: Signing) => ({
  dkim: { domainName, keySelector, privateKey, headerFieldNames: SIGNED },
});

/** A pool of SMTP connections; one message to one recipient at a time on each. */
export function openTransport(url: string, from: string, signing: Signing | null = null) {
  const transport = createTransport(url, { from, ...(signing ? dkimOf(signing) : {}) });
  const sender = senderOf(from);
  const domain = mailDomain(from);
  return {
    /** Never throws: whatever happens is an answer. */
    send: async ({ id, to, replyTo, subject, text, html, calendar, unsubscribeUrl }: Outgoing): Promise<Delivery> => {
      try {
        const { response } = await transport.sendMail({
          from,
          to: { name: to.name, address: to.address },
          // Said again on purpose: an address that a header parser reads as two still reaches one.
          envelope: { from: sender, to: [to.address] },
          messageId: `<${id}@${domain}>`,
          // A relay that knows the key takes a mail that comes again once; others pay no attention to it.
          headers: { 'Auto-Submitted': 'auto-generated', 'Idempotency-Key': id, ...leaving(unsubscribeUrl) },
          ...(replyTo ? { replyTo: { name: '', address: replyTo } } : {}),
          subject,
          text,
          html,
          ...(calendar ? { attachments: [datesFile(calendar)] } : {}),
        });
        return { result: 'accepted', reply: response };
      } catch (error) {
        return deliveryOf(error);
      }
    },
    close: () => transport.close(),
  };
}

const MINUTE_MS = 60_000;

/** Spread evenly: a burst would take the processor from people at a page. */
function pace(perMinute: number): Record<string, string> {
  if (perMinute === 0) return {};
  const perTurn = Math.max(1, Math.round(perMinute / 60));
  return { rateLimit: String(perTurn), rateDelta: String(Math.round((perTurn * MINUTE_MS) / perMinute)) };
}

/**
 * Pooling, timeouts (10 s to connect and greet, 60 s of silence) and the pace go into the URL that nodemailer reads. The
 * pool must not queue a message again by itself: whether to try again is decided in the outbox.
 *
 * @param perMinute the most letters a minute; 0 is no limit
 */
export function pooledUrl(url: string, perMinute = 0): string {
  const pooled = new URL(url);
  const settings = {
    pool: 'true',
    maxConnections: '4',
    maxMessages: '200',
    maxRequeues: '0',
    connectionTimeout: '10000',
    greetingTimeout: '10000',
    socketTimeout: '60000',
    ...pace(perMinute),
  };
  for (const [name, value] of Object.entries(settings))
    if (!pooled.searchParams.has(name)) pooled.searchParams.set(name, value);
  return pooled.toString();
}
