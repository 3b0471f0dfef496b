import { textOf, type Answers } from '@/domain/answers';
import { answerInWords, type Question } from '@/domain/questions';
import { say } from './say';
import { worded } from './standard';

/** An answer as the person who gave it reads it; the question is in their language already. */
export function answerInLanguage(question: Question, answers: Answers): string {
  const words = answerInWords(question, answers);
  if (words === '') return '';
  if (question.type === 'consent') return worded(words);
  return question.type === 'rating' ? say('apply.rated', { rating: textOf(answers, question.name) }) : words;
}
