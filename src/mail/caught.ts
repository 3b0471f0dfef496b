import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Address } from 'postal-mime';

export type CaughtMail = {
  file: string;
  to: string;
  from: string;
  subject: string;
  sentAt: Date | null;
  messageId: string;
  text: string;
  html: string;
};

const addressText = (address: Address): string =>
  address.name ? `${address.name} <${address.address ?? ''}>` : (address.address ?? '');

async function read(dir: string, file: string): Promise<CaughtMail> {
  const mail = await PostalMime.parse(await readFile(join(dir, file)));
  return {
    file,
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    to: (mail.to ?? []).map(addressText).join(', '),
    from: mail.from ? addressText(mail.from) : '',
    sentAt: mail.date ? new Date(mail.date) : null,
  };
}

/** Names of the caught mails, newest first: the names begin with the time. */
async function filesOf(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch(() => []);
  return names
    .filter((name) => name.endsWith('.eml') && !name.startsWith('.'))
    .sort()
    .reverse();
}

/** The newest mails that were caught instead of sent, and how many there are. */
export async function listCaught(dir: string, limit: number): Promise<{ total: number; mails: CaughtMail[] }> {
  const files = await filesOf(dir);
  return { total: files.length, mails: await Promise.all(files.slice(0, limit).map((file) => read(dir, file))) };
}

/** One caught mail, or null: only a name that the folder's own list holds is ever opened. */
export async function findCaught(dir: string, file: string): Promise<CaughtMail | null> {
  const files = await filesOf(dir);
  return files.includes(file) ? read(dir, file) : null;
}
