import { createHash } from 'node:crypto';

/** Without letters that are taken for digits (Crockford). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/**
 * The number of the certificate of an application: always the same, and nobody finds another by counting. F24-C-7K3M9QXW2A:
 * fifty bits of a digest.
 */
export function certificateNumber(cycleCode: string, applicationId: string): string {
  const bytes = createHash('sha256').update(`certificate ${applicationId}`).digest();
  const letters = Array.from({ length: LENGTH }, (_, index) => LETTERS[(bytes[index] ?? 0) % LETTERS.length] ?? '');
  return `${cycleCode}-C-${letters.join('')}`;
}
