import type { Role } from '../mentoring';
import { questionsOf, type Question } from '../questions';
import { ABOUT, ELIGIBILITY } from './about';
import { compiled } from './compiled';
import { SKILLS } from './skills';
import type { StoredForm, StoredSection } from './stored';
import { GOALS, MEETING, MORE, OFFER } from './wishes';
import { WORK } from './work';

const IDENTITY: StoredSection = {
  key: 'identity',
  title: 'Confidential wishes',
  minutes: 2,
  identity: true,
  questions: [],
};

/** The form that every cycle begins with, as data: staff make versions of their own from it. */
export const STANDARD_FORM: StoredForm = {
  sections: [ELIGIBILITY, ABOUT, WORK, SKILLS, OFFER, GOALS, MEETING, IDENTITY, MORE],
  attestation:
    'What I wrote is true as far as I know. I have read what taking part commits me to, and I agree that committee and staff read my answers in order to match me.',
};

/** The standard form as it is asked. An application keeps the name of its version, so that answers keep their wording. */
export const MENTORING_2026 = compiled('mentoring-2026', STANDARD_FORM);

/** Every question of one role's application in the standard form, in order. */
export const questionsOfRole = (role: Role): Question[] => questionsOf(MENTORING_2026, role);
