import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { startMailCatcher } from '../../scripts/lib/mail-catcher.mjs';

type Refusal = (envelope: { rcptTo: { address: string }[] }) => Error | undefined;

/** A real SMTP server that keeps what it accepted; `refuse` may answer with an SMTP error instead. */
export async function openMailbox(refuse?: Refusal) {
  const dir = mkdtempSync(join(tmpdir(), 'bookend-mail-'));
  const { url, stop } = await startMailCatcher(dir, refuse ? { reply: refuse } : {});
  const read = async () => {
    const files = readdirSync(dir)
      .filter((name) => name.endsWith('.eml'))
      .sort();
    return Promise.all(
      files.map(async (file) => {
        const { from, to, subject, text, html, messageId, attachments } = await PostalMime.parse(
          readFileSync(join(dir, file)),
        );
        return {
          from: from?.address ?? '',
          to: (to ?? []).map(({ address }) => address ?? ''),
          subject: subject ?? '',
          text: (text ?? '').trimEnd(),
          html: html ?? '',
          messageId: messageId ?? '',
          files: attachments.map(({ filename, mimeType, content }) => ({
            name: filename ?? '',
            type: mimeType,
            text: typeof content === 'string' ? content : new TextDecoder().decode(content),
          })),
        };
      }),
    );
  };
  return { url, stop, read };
}

/** An SMTP refusal such as 550 or 451. */
export const smtpError = (code: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode: code });
