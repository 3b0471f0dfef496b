import { COMPETENCIES, type Option } from '../mentoring';
import type { FormDefinition } from '../questions';

/** Areas of work that people rate themselves in. A framework is never changed; another is a new one. */
export type Framework = { key: string; name: string; areas: readonly Option[] };

/** The one that every organization begins with; others are data. */
export const ALSC_2015: Framework = { key: 'alsc-2015', name: 'ALSC 2015', areas: COMPETENCIES };

/** Fewer tell no two people apart; of more, the matcher's tables would grow too large. */
export const AREAS_FEWEST = 2;
export const AREAS_MOST = 10;

const RATING = 'rating_';

/** What a form has people rate themselves in, in its order. */
const areasIn = ({ sections }: FormDefinition): Option[] =>
  sections.flatMap(({ questions }) =>
    questions.flatMap(({ type, name, label }) =>
      type === 'rating' && name.startsWith(RATING) ? [{ value: name.slice(RATING.length), label }] : [],
    ),
  );

/** The areas of several versions of a form: those of the first, and what later ones ask beside them. */
export function areasOf(forms: readonly FormDefinition[]): Option[] {
  const areas = new Map<string, Option>();
  for (const area of forms.flatMap(areasIn)) if (!areas.has(area.value)) areas.set(area.value, area);
  return [...areas.values()].slice(0, AREAS_MOST);
}
