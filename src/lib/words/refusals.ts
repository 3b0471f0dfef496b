import type { Refusal } from '@/domain/refusal';
import { worded } from './standard';

/** Why something cannot be done, in the language at hand. */
export const refusalInWords = ({ sentence, detail }: Refusal): string =>
  detail ? `${worded(sentence)} ${worded(detail)}` : worded(sentence);
