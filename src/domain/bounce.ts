/** What the report of a mail server says of one recipient (RFC 3464, 2.3). */
export type DeliveryStatus = { action: string; status: string; diagnostic: string };

const MOST_LINES = 2000;

/** Header fields of one group, by name in lower case; a line that begins with space goes on the one before. */
function fieldsOf(group: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

const withoutType = (value = ''): string => value.replace(/^[\w-]+\s*;\s*/, '');

/** The recipients of a report, in its order: groups of fields, the first of which is about the message as a whole. */
export function readStatuses(report: string): DeliveryStatus[] {
  const groups = report
    .split(/\r?\n/, MOST_LINES)
    .join('\n')
    .split(/\n[ \t]*\n/);
  return groups.map(fieldsOf).flatMap((fields) => {
    const action = fields.get('action')?.toLowerCase() ?? '';
    if (!action || !(fields.has('final-recipient') || fields.has('original-recipient'))) return [];
    const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? '';
    return [{ action, status, diagnostic: withoutType(fields.get('diagnostic-code')) }];
  });
}

const OURS = /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^@<>\s]+>$/i;

/** The row that a returned mail was sent from, by its Message-ID; null for a mail that is not ours. */
export function messageIn(headers: string): string | null {
  const [head = ''] = headers.split(/\r?\n[ \t]*\r?\n/, 1);
  const id = fieldsOf(head.split(/\r?\n/, MOST_LINES).join('\n')).get('message-id') ?? '';
  return OURS.exec(id)?.[1]?.toLowerCase() ?? null;
}

/** Another mail to this address cannot arrive: a permanent failure (RFC 3463, 2), not one that took too long. */
export const isForGood = ({ status }: DeliveryStatus): boolean => status.startsWith('5.');

/** What to show of it: the code, and what the other server said. */
export const wordsOf = ({ status, diagnostic }: DeliveryStatus): string =>
  [diagnostic.includes(status) ? '' : status, diagnostic].filter(Boolean).join(' ').slice(0, 300) || 'no reason given';
