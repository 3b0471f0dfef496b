import * as english from '@/domain/dates';
import { PSEUDO, spoken } from '../language';
import { say, type Key } from './say';

/** Spanish as Latin America writes it in the United States, French as Canada does. */
const LOCALES = { es: 'es-US', fr: 'fr-CA' } as const;
type Other = keyof typeof LOCALES;

const known = new Map<string, Intl.DateTimeFormat>();

function format(language: Other, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
  const made = known.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { timeZone, ...options });
  known.set(key, made);
  return made;
}

/** English has a style of its own; tests see a date of the pseudo-language in its marks. */
const inWords = (inEnglish: string, other: (language: Other) => string): string => {
  const language = spoken();
  if (language === 'en') return inEnglish;
  return language === PSEUDO ? `⟦${inEnglish}⟧` : other(language);
};

/** "1er janvier": the first of a month is counted, the others are not. */
const counted = (language: Other, text: string) =>
  language === 'fr' ? text.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : text;

const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

/** "Monday, November 16, 2026", "lunes, 16 de noviembre de 2026", "lundi 16 novembre 2026" */
export const formatDay = (at: Date, timeZone: string): string =>
  inWords(english.formatDay(at, timeZone), (language) => counted(language, format(language, timeZone, DAY).format(at)));

/** "Nov 16", "16 nov", "16 nov."; with the year when it is not that of `now`. */
export const formatSlipDay = (at: Date, timeZone: string, now: Date): string =>
  inWords(english.formatSlipDay(at, timeZone, now), (language) => {
    const sameYear = english.dayOf(at, timeZone).slice(0, 4) === english.dayOf(now, timeZone).slice(0, 4);
    const year = sameYear ? {} : ({ year: 'numeric' } as const);
    return counted(language, format(language, timeZone, { day: 'numeric', month: 'short', ...year }).format(at));
  });

/** "11:59 p.m.", "11:59 p. m.", "23 h 59" */
export const formatTime = (at: Date, timeZone: string): string =>
  inWords(english.formatTime(at, timeZone), (language) => {
    if (language === 'fr')
      return format(language, timeZone, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' })
        .format(at)
        .replace(/\s/g, '\u00a0');
    const [time = '', half = ''] = english.formatTime(at, timeZone).split(' ');
    return `${time}\u00a0${half === 'a.m.' ? 'a.\u00a0m.' : 'p.\u00a0m.'}`;
  });

/** Zones by the names people know; others by what `Intl` calls them. */
const ZONES: Readonly<Record<string, Key>> = {
  'America/New_York': 'zones.eastern',
  'America/Chicago': 'zones.central',
  'America/Denver': 'zones.mountain',
  'America/Los_Angeles': 'zones.pacific',
  'America/Anchorage': 'zones.alaska',
  'Pacific/Honolulu': 'zones.hawaii',
  'America/Halifax': 'zones.atlantic',
  'Etc/GMT+12': 'zones.anywhere',
  'Etc/UTC': 'zones.utc',
};

/** "Central", "hora central", "heure du Centre" */
export const zoneName = (at: Date, timeZone: string): string =>
  inWords(english.zoneName(at, timeZone), (language) => {
    const key = ZONES[timeZone];
    if (key) return say(key);
    const parts = format(language, timeZone, { timeZoneName: 'longGeneric' }).formatToParts(at);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  });

/** "Monday, November 16, 2026, 11:59 p.m. Central", "lunes, 16 de noviembre de 2026, 11:59 p. m., hora central" */
export const formatInstant = (at: Date, timeZone: string): string =>
  inWords(
    english.formatInstant(at, timeZone),
    () => `${formatDay(at, timeZone)}, ${formatTime(at, timeZone)}, ${zoneName(at, timeZone)}`,
  );

/** "6 days left", "last day", "" when past. */
export function daysLeft(at: Date, timeZone: string, now: Date): string {
  return now >= at ? '' : say('timeline.daysLeft', { days: english.daysUntil(at, timeZone, now) });
}
