/** What was typed into a form, by field name: one text, or the ticked values of a group. Empty answers are left out. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

const isAnswer = (value: unknown): value is Answers[string] =>
  typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));

/** What the database holds, known to be answers. @throws {TypeError} when it is anything else: a bug */
export function storedAnswers(stored: unknown): Answers {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) throw new TypeError('No answers.');
  const answers: Record<string, Answers[string]> = {};
  for (const [name, value] of Object.entries(stored)) {
    if (!isAnswer(value)) throw new TypeError(`The answer to ${name} is neither a text nor a list of texts.`);
    answers[name] = value;
  }
  return answers;
}

export const textOf = (answers: Answers, name: string): string => {
  const value = answers[name];
  return typeof value === 'string' ? value : '';
};

export const listOf = (answers: Answers, name: string): readonly string[] => {
  const value = answers[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
};

/** The rating of one competency, 1 to 5, or null. */
export function ratingOf(answers: Answers, competency: string): number | null {
  const rating = Number(textOf(answers, `rating_${competency}`));
  return Number.isInteger(rating) && rating >= 1 && rating <= 5 ? rating : null;
}
