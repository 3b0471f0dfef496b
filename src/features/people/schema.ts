import { z } from 'zod';
import { normalEmail } from '@/lib/email-address';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';

/** Addresses a sign-in may lead to: pages of this site for signed-in people, and nothing that could lead elsewhere. */
const OWN_PAGE = /^\/(committee|staff)(\/[a-z0-9-]+)*(\?[A-Za-z0-9=&%+._-]*)?$/;

export const safeNext = (wanted: string): string =>
  wanted.length <= 300 && OWN_PAGE.test(wanted) ? wanted : paths.committee();

export const emailSchema = z
  .string()
  .transform(normalEmail)
  .refine((email) => email !== null, 'Enter one address, such as name@example.org.');

export const codeSchema = z
  .string()
  .transform((typed) => typed.replace(/[\s-]/g, ''))
  .refine((code) => /^[0-9A-Za-z]{8}$/.test(code), 'Enter the 8 letters and digits from the mail.');

export const userIdSchema = z.string().refine(isId);
