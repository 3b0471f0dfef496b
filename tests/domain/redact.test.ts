import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '@/domain/questions';
import { identifies, identityOf, redact, REMOVED, type Identity } from '@/domain/redact';

const ADA: Identity = {
  names: ['Zoë Ångström-O’Brien', 'Zo'],
  emails: ['z.angstrom@juniper.example.test', ''],
  employer: 'Maple County Public Library',
  phone: '+1 (555) 010-0142',
};

it.each([
  ['Call me Zoë.', 'Call me [removed].'],
  ['ZOE and zoé', '[removed] and [removed]'],
  ['Zoë Ångström-O’Brien wrote this', '[removed] wrote this'],
  ['Angstrom’s library', '[removed]’s library'],
  ['In the zoo we brien’d angstroms', 'In the zoo we [removed]’d angstroms'],
  ['I work at the MAPLE  county public-library now', 'I work at the [removed] now'],
  ['Maple trees, county fair, public library', '[removed] trees, county fair, public library'],
  ['Write to z.angstrom@juniper.example.test or a.b@c.test', 'Write to [removed] or [removed]'],
  ['See https://zoe.example.test/cv and www.angstrom.test', 'See [removed] and [removed]'],
  ['Ring 555-010-0142, not 555-010-0143', 'Ring [removed], not 555-010-0143'],
  ['From 2015 to 2019, 1,200,300 books', 'From 2015 to 2019, 1,200,300 books'],
  ['My handle is z_angstrom or zoeangstromobrien', 'My handle is [removed] or [removed]'],
  ['A zo, a z, an O', 'A [removed], a z, an O'],
  [`Already ${REMOVED} here`, `Already ${REMOVED} here`],
  ['', ''],
])('makes %j of %j', (text, without) => {
  expect(redact(text, ADA)).toBe(without);
});

it('finds names in scripts without spaces, and letters that do not come apart', () => {
  const of = (name: string): Identity => ({ names: [name], emails: [], employer: '', phone: '' });
  expect(redact('我叫李明，在图书馆工作', of('李明'))).toBe('我叫[removed]，在图书馆工作');
  expect(redact('MUELLER, Straße, Strasse', of('Straße'))).toBe('MUELLER, [removed], [removed]');
  expect(redact('Łukasz or lukasz, and Søren or Soren', of('Lukasz Søren'))).toBe(
    '[removed] or [removed], and [removed] or [removed]',
  );
});

const word = fc.stringMatching(/^[a-zà-öø-ÿ]{2,9}$/);
const fold = (text: string) =>
  redact(text, { names: [], emails: [], employer: '', phone: '' })
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ð', 'd')
    .replaceAll('þ', 'th');
const tokens = (text: string) => (text.replaceAll(REMOVED, ' ').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(fold);

describe('for any name and text', () => {
  const given = fc.record({
    names: fc.array(word, { minLength: 1, maxLength: 3 }),
    text: fc.array(word, { maxLength: 12 }),
    places: fc.array(fc.nat(11), { maxLength: 4 }),
    changed: fc.constantFrom<((text: string) => string)[]>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.normalize('NFD'),
      (text) => text.normalize('NFD').replaceAll(/\p{M}/gu, ''),
    ),
  });
  const identity = (names: readonly string[]): Identity => ({
    names: [names.join(' ')],
    emails: [],
    employer: '',
    phone: '',
  });

  it('leaves no word of the name, however it is written', () => {
    fc.assert(
      fc.property(given, ({ names, text, places, changed }) => {
        const words = [...text];
        places.forEach((place, at) => words.splice(place, 0, changed(names[at % names.length] ?? '')));
        const left = tokens(redact(words.join(' '), identity(names)));
        for (const name of names.map(fold)) expect(left).not.toContain(name);
      }),
    );
  });

  it('leaves a text alone that holds none of it, and changes nothing the second time', () => {
    fc.assert(
      fc.property(given, ({ names, text }) => {
        const [plain, own] = [text.join(' '), new Set(names.map(fold))];
        own.add(names.map(fold).join('')).add([...names].reverse().map(fold).join(''));
        if (!text.some((one) => own.has(fold(one)))) expect(redact(plain, identity(names))).toBe(plain);
        const once = redact(plain, identity(names));
        expect(redact(once, identity(names))).toBe(once);
      }),
    );
  });

  it('keeps every other word', () => {
    fc.assert(
      fc.property(given, ({ names, text }) => {
        const own = new Set([...names.map(fold), names.map(fold).join(''), [...names].reverse().map(fold).join('')]);
        const kept = text.filter((one) => !own.has(fold(one)));
        expect(tokens(redact([...text, ...names].join(' '), identity(names)))).toEqual(kept.map(fold));
      }),
    );
  });
});

it.each([
  ['the name', { name: 'name', type: 'text', maxLength: 9 }, true],
  ['the employer', { name: 'employer', type: 'text', maxLength: 9 }, true],
  ['a file', { name: 'letter', type: 'file' }, true],
  ['an address of the committee’s own', { name: 'blog_mail', type: 'text', maxLength: 9, input: 'email' }, true],
  ['what only a match sees', { name: 'chat', type: 'text', maxLength: 9, seenBy: 'match_if_ticked' }, true],
  ['a goal', { name: 'goal_1', type: 'long', words: 9 }, false],
  ['a title', { name: 'job_title', type: 'text', maxLength: 9, input: 'text' }, false],
] as const)('takes out %s or not', (_, over, out) => {
  const question: Question = { label: 'A question', seenBy: 'committee', ...over };
  expect(identifies(question)).toBe(out);
});

it('knows somebody by what they gave, and by what the application says', () => {
  const answers = { name: 'Zoë Ångström', preferred_name: 'Zo', employer: 'Maple', phone: '1' };
  expect(identityOf(answers, { name: 'Z. Ångström', email: 'z@example.test' })).toEqual({
    names: ['Z. Ångström', 'Zoë Ångström', 'Zo'],
    emails: ['z@example.test', ''],
    employer: 'Maple',
    phone: '1',
  });
});
