import type { Role } from '../mentoring';
import { questionsFor, type FormDefinition, type Question, type Section } from '../questions';
import { ABOUT, ELIGIBILITY } from './about';
import { SKILLS } from './skills';
import { GOALS, MEETING, MORE, OFFER } from './wishes';
import { WORK } from './work';

const IDENTITY: Section = { key: 'identity', title: 'Confidential wishes', minutes: 2, identity: true, questions: [] };

/** The form as data: pages, questions, wording. An application keeps this version's name, so that old answers keep their wording. */
export const MENTORING_2026: FormDefinition = {
  version: 'mentoring-2026',
  sections: [ELIGIBILITY, ABOUT, WORK, SKILLS, OFFER, GOALS, MEETING, IDENTITY, MORE],
};

/** What a person puts their name to when sending; kept with the application as it was shown. */
export const ATTESTATION =
  'What I wrote is true as far as I know. I have read what taking part commits me to, and I agree that committee and staff read my answers in order to match me.';

/** Every question of one role's application, in order of the form. */
export const questionsOfRole = (role: Role): Question[] =>
  MENTORING_2026.sections
    .filter(({ roles }) => roles === undefined || roles.includes(role))
    .flatMap((section) => questionsFor(section, [role]));
