import type { Option, Role } from '../mentoring';
import type { Audience, Condition, Translations } from '../questions';

/** Lists too long to be edited by hand. */
export const PLACE_LISTS = ['countries', 'subdivisions', 'time-zones'] as const;
export type PlaceList = (typeof PLACE_LISTS)[number];

type Base = {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  roles?: readonly Role[];
  seenBy: Audience;
  missing?: string;
  showIf?: Condition;
  translations?: Translations;
};

/** A question as staff edit it and the database keeps it; `compiled` makes of it what is asked. */
export type StoredQuestion = Base &
  (
    | { type: 'text'; maxLength: number; input?: 'text' | 'tel' | 'email'; autocomplete?: string }
    | { type: 'number'; from: number; to: number }
    | { type: 'date' }
    | { type: 'long'; words: number }
    | { type: 'one'; options: readonly Option[]; noAnswer?: boolean }
    | { type: 'many'; options: readonly Option[] }
    | { type: 'place'; list: PlaceList }
    /** One rating per area of a framework, in fields `rating_<area>`; `help` adds a tick per area, in field `help_areas`. */
    | {
        type: 'grid';
        framework: string;
        /** As the framework had them; left out, the areas of ALSC 2015. */ areas?: readonly Option[];
        help?: boolean;
      }
    | { type: 'consent'; statement: string }
    | { type: 'file' }
    /** Words between questions; it has no answer. */
    | { type: 'explanation'; text: string }
  );
export type StoredType = StoredQuestion['type'];

export type StoredSection = {
  key: string;
  title: string;
  minutes: number;
  intro?: string;
  roles?: readonly Role[];
  identity?: boolean;
  /** Of its title and introduction. */
  translations?: Translations;
  questions: readonly StoredQuestion[];
};

export type StoredForm = {
  sections: readonly StoredSection[];
  /** What a person puts their name to when sending. */
  attestation: string;
  /** The statement in other languages; words of an earlier statement take no part. */
  attested?: Translations;
};

export const TYPE_NAMES = {
  text: 'Short text',
  long: 'Long text',
  number: 'Whole number',
  date: 'Date',
  one: 'One of several',
  many: 'Any of several',
  place: 'Country, state or time zone',
  grid: 'Ratings of a framework',
  consent: 'Consent',
  file: 'File',
  explanation: 'Explanation',
} as const satisfies Record<StoredType, string>;
