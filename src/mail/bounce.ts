import PostalMime, { type Attachment } from 'postal-mime';
import { messageIn, readStatuses, wordsOf, type DeliveryStatus } from '@/domain/bounce';
import { cleanText } from '@/lib/clean-text';

/** As much of a mail that came back as is read. Ours are far smaller, and so are reports about them. */
export const MOST_BYTES = 256 * 1024;

export type Bounce = DeliveryStatus & {
  /** The row of the outbox that came back. */
  messageId: string;
  words: string;
};

const LIMITS = { maxNestingDepth: 10, maxHeadersSize: MOST_BYTES, maxRfc822NestingDepth: 0 };
const RETURNED = ['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers', 'message/global-headers'];

const textOf = ({ content }: Attachment): string =>
  cleanText(typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('latin1'));

/**
 * What a mail server reports about one of our mails (RFC 3464, in a report after RFC 6522); null for everything else, however
 * broken or hostile. A report about several recipients is read as its worst: each of our mails goes to one.
 */
export async function readBounce(raw: Uint8Array): Promise<Bounce | null> {
  if (raw.byteLength > MOST_BYTES) return null;
  try {
    const { attachments } = await PostalMime.parse(raw, LIMITS);
    const report = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
    const returned = attachments.find(({ mimeType }) => RETURNED.includes(mimeType));
    const messageId = returned ? messageIn(textOf(returned)) : null;
    const statuses = report ? readStatuses(textOf(report)) : [];
    const status = statuses.find(({ action }) => action === 'failed') ?? statuses[0];
    return messageId && status ? { ...status, messageId, words: cleanText(wordsOf(status)) } : null;
  } catch {
    return null;
  }
}
