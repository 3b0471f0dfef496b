import { MENTORING_2026 } from '../src/domain/forms/mentoring-2026';
import { sectionsFor } from '../src/domain/questions';

/** The pages of a mentee's form and the names of their fields, as docs/forms.md lists them. */
export const fixedSections = (): { key: string; names: string[] }[] =>
  sectionsFor(MENTORING_2026, 'mentee', true).map(({ key, questions }) => ({
    key,
    names: questions.map(({ name }) => name),
  }));
