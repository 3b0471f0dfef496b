/** The languages of the public side, English first. */
export const LANGUAGES = ['en', 'es', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Those that something is translated into. */
export const OTHER_LANGUAGES = ['es', 'fr'] as const satisfies readonly Language[];
export type OtherLanguage = (typeof OTHER_LANGUAGES)[number];

/** Each names itself: who looks for it may not read the page it stands on. */
export const LANGUAGE_NAMES = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
} as const satisfies Record<Language, string>;

/** The language of a stored row; English for anything else. */
export const languageIn = (stored: string | null | undefined): Language =>
  LANGUAGES.find((one) => one === stored) ?? 'en';

/** Those of a program beside English, in our order. */
export const otherLanguages = (offered: readonly string[]): OtherLanguage[] =>
  OTHER_LANGUAGES.filter((one) => offered.includes(one));
