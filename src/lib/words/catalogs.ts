import { EN } from './en';
import { ES } from './es';
import { FR } from './fr';

export type { Catalog } from './en';

/** Every sentence of the public side, by language and noun. Its files lie in `messages/`, for those who translate. */
export const CATALOGS = { en: EN, es: ES, fr: FR };
