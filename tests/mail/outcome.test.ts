import { expect, it } from 'vitest';
import type { Language } from '@/domain/language';
import type { LetterPart, PlannedLetter } from '@/domain/letters/release-plan';
import { inLanguage } from '@/lib/language';
import { composeMessage } from '@/mail/compose';
import { languageOf, letterIntro } from '@/mail/templates/outcome';

process.env.APP_URL ??= 'http://localhost:3000';
const SIGNED = { program: 'ALCTS', contactName: 'Linus', contactEmail: 'linus@example.test', contactPhone: '' };

const part = (language: Language, kind: LetterPart['kind'], role: 'mentor' | 'mentee'): LetterPart => ({
  kind,
  application: {
    id: kind,
    personId: 'p',
    role,
    state: 'accepted',
    reference: 'T-1',
    name: 'Ana',
    email: 'ana@example.test',
    answers: {},
    unmetRule: '',
    laterBy: null,
    language,
  },
  match: null,
  partner: null,
});
const letter = (language: Language): PlannedLetter => ({
  personId: 'p',
  name: 'Ana',
  email: 'ana@example.test',
  parts: [part(language, 'matched_mentor', 'mentor'), part(language, 'waitlisted', 'mentee')],
  standing: [],
});
const answer = ({ kind }: LetterPart) => (kind === 'matched_mentor' ? 'https://example.test/confirm/x' : null);

const ENGLISH = { language: 'en' } as const;

it('a letter in its reader’s language stands alone', () => {
  expect(letterIntro(letter('en'), ENGLISH, 'ALCTS', answer)).toBe('');
  expect(letterIntro(letter('es'), { language: 'es' }, 'ALCTS', answer)).toBe('');
});

it.each([
  ['es', '/es/status', 'Como mentor/a: Tiene un emparejamiento. Su carta dice con quién y qué viene primero.'],
  [
    'fr',
    '/fr/status',
    'Comme mentor·e\u202f: Vous avez un jumelage. Votre lettre dit avec qui, et par quoi commencer.',
  ],
] as const)('in %s it says above what the letter says, and where to answer', (language, status, said) => {
  const planned = letter(language);
  const intro = letterIntro(planned, ENGLISH, 'ALCTS', answer);
  const { html, text } = inLanguage(languageOf(planned), () =>
    composeMessage('Your mentee', 'Dear Ana,\n\nWe have a mentee for you.', SIGNED, intro),
  );
  const [first = '', mentor, link, mentee, where, line] = text.split('\n\n');
  expect([mentor, link?.includes('https://example.test/confirm/x'), where?.endsWith(status), line]).toEqual([
    said,
    true,
    true,
    '* * *',
  ]);
  expect([first, mentee].every((one) => one !== undefined && one !== '')).toBe(true);
  expect(html).toContain(`<html lang="${language}">`);
  expect(html).toContain('<div lang="en"><p>Dear Ana,</p>\n<p>We have a mentee for you.</p>\n</div>');
});
