import { z } from 'zod';
import { normalCode } from '@/lib/token';
import { say } from '@/lib/words/say';
import { startSchema } from '../schema';

/** An address, as the start page takes it. */
export const resumeSchema = startSchema;

export const codeSchema = z
  .string()
  .transform(normalCode)
  .pipe(z.string().length(8, { error: () => say('code.enterTheCode') }));
