import { pick } from '@/domain/questions';
import type { DraftView, OpenForm } from '../queries';
import { problemsOf } from '../schema';

export type SectionState = 'done' | 'begun' | 'fresh' | 'optional';

/** How far each page is, from what was saved. The confidential page is only ever "optional" or passed. */
export function sectionStates({
  sections,
  draft,
}: {
  sections: OpenForm['sections'];
  draft: DraftView;
}): Map<string, SectionState> {
  const states = new Map<string, SectionState>();
  for (const section of sections) {
    const saved = draft.savedSections.includes(section.key);
    const answers = pick(draft.answers, section.questions);
    const whole = Object.keys(problemsOf(section, draft.answers)).length === 0;
    const optional = section.questions.every(({ required }) => !required);
    if (saved && whole) states.set(section.key, 'done');
    else if (Object.keys(answers).length > 0) states.set(section.key, 'begun');
    else states.set(section.key, optional ? 'optional' : 'fresh');
  }
  return states;
}

/** Pages that still keep the form from being sent: key and title. */
export const unfinished = (form: OpenForm): OpenForm['sections'] =>
  form.sections.filter(
    (section) => !section.identity && Object.keys(problemsOf(section, form.draft.answers)).length > 0,
  );
