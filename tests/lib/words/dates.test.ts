import { expect, it } from 'vitest';
import * as english from '@/domain/dates';
import { inLanguage } from '@/lib/language';
import { daysLeft, formatInstant, formatSlipDay } from '@/lib/words/dates';

const ZONE = 'America/Chicago';
const CLOSING = new Date('2026-11-17T05:59:00Z');

it.each([
  ['en', 'Monday, November 16, 2026, 11:59 p.m. Central'],
  ['es', 'lunes, 16 de noviembre de 2026, 11:59 p. m., hora central'],
  ['fr', 'lundi 16 novembre 2026, 23 h 59, heure du Centre'],
] as const)('an instant in %s is %s', (language, words) => {
  const said = inLanguage(language, () => formatInstant(CLOSING, ZONE));
  expect(said.replaceAll('\u00a0', ' ')).toBe(words);
});

it('is in English what the rulebook says', () => {
  expect(formatInstant(CLOSING, ZONE)).toBe(english.formatInstant(CLOSING, ZONE));
});

it.each([
  ['es', '1 de enero', 'America/Denver', 'hora de la montaña'],
  ['fr', '1er janvier', 'Etc/GMT+12', 'n’importe où dans le monde'],
  ['fr', '1er janvier', 'Europe/Paris', 'heure de l’Europe centrale'],
] as const)('in %s the first of a month is %s, and %s is %s', (language, day, zone, name) => {
  const said = inLanguage(language, () => formatInstant(new Date('2027-01-01T18:00:00Z'), zone));
  expect(said).toContain(day);
  expect(said).toContain(name);
});

it.each([
  ['es', ['quedan 6 días', 'queda 1 día', 'último día', ''], ['16 nov', '16 nov 2026']],
  ['fr', ['il reste 6 jours', 'il reste 1 jour', 'dernier jour', ''], ['16 nov.', '16 nov. 2026']],
] as const)('days left and short days in %s', (language, left, days) => {
  const from = ['2026-11-11', '2026-11-15', '2026-11-16', '2026-11-18'].map((day) => new Date(`${day}T18:00:00Z`));
  from[0] = new Date('2026-11-10T18:00:00Z');
  expect(inLanguage(language, () => from.map((now) => daysLeft(CLOSING, ZONE, now)))).toEqual(left);
  const shown = [new Date('2026-05-05T00:00:00Z'), new Date('2027-05-05T00:00:00Z')];
  expect(inLanguage(language, () => shown.map((now) => formatSlipDay(CLOSING, ZONE, now)))).toEqual(days);
});
