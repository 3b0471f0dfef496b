import { countWords } from '@/domain/questions';

export const ANSWER_WORDS = 300;
const MOST_CHARACTERS = 5000;

/** What is wrong with an answer; null when it can be taken. */
export function answerFault(answer: string): 'empty' | 'long' | null {
  if (answer === '') return 'empty';
  return countWords(answer) > ANSWER_WORDS || answer.length > MOST_CHARACTERS ? 'long' : null;
}
