import { APPLYING } from './refusals/applying';
import { CLOSING } from './refusals/closing';
import { COMMITTEE } from './refusals/committee';
import { EVENTS } from './refusals/events';
import { LETTERS } from './refusals/letters';
import { PAIRS } from './refusals/pairs';
import { RUNNING } from './refusals/running';

/** Every expected "no", with its sentence for people. */
const MESSAGES = { ...APPLYING, ...CLOSING, ...COMMITTEE, ...EVENTS, ...LETTERS, ...PAIRS, ...RUNNING } as const;
export type RefusalCode = keyof typeof MESSAGES;

/** An expected "no" that a person can act on. A bug is a plain Error, and nothing catches it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** The sentence without what this very case is about. */
  readonly sentence: string;
  constructor(
    readonly code: RefusalCode,
    /** What this very case is about, in words for the person; shown after the sentence. */
    readonly detail = '',
  ) {
    super(detail ? `${MESSAGES[code]} ${detail}` : MESSAGES[code]);
    this.sentence = MESSAGES[code];
  }
}
