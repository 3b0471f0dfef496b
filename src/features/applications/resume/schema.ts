import { z } from 'zod';
import { normalCode } from '@/lib/token';
import { startSchema } from '../schema';

/** An address, as the start page takes it. */
export const resumeSchema = startSchema;

export const codeSchema = z
  .string()
  .transform(normalCode)
  .pipe(z.string().length(8, 'Enter the 8 letters and digits from the mail.'));
