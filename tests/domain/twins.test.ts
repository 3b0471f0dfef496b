import { expect, it } from 'vitest';
import { suspectedTwins, type Applicant } from '@/domain/twins';

const person = (personId: string, over: Partial<Applicant> = {}): Applicant => ({
  personId,
  email: `${personId}@example.test`,
  name: 'Ada Osei',
  phone: '',
  employer: '',
  city: '',
  ...over,
});
const found = (people: Applicant[], decided: (a: string, b: string) => boolean = () => false) =>
  suspectedTwins(people, decided).map(({ first, second, why }) => [first.personId, second.personId, ...why].join(', '));

it('suspects nobody for a name alone', () => {
  expect(found([person('a'), person('b')])).toEqual([]);
});

it('reads names in any order and without marks, when something else agrees', () => {
  const a = person('a', { name: 'Zoë Müller', city: 'Duluth' });
  const b = person('b', { name: 'muller, zoe', city: 'duluth' });
  expect(found([a, b])).toEqual(['a, b, same name, same city']);
});

it('suspects a phone under two names, whatever stands before the number', () => {
  const a = person('a', { phone: '+1 (555) 010-0142' });
  const b = person('b', { name: 'Somebody Else', phone: '555 010 0142' });
  expect(found([a, b])).toEqual(['a, b, same phone']);
});

it('puts the surest first, and asks no more about those who were looked at', () => {
  const people = [
    person('a', { city: 'Duluth', employer: 'City Library' }),
    person('b', { city: 'Duluth' }),
    person('c', { city: 'Duluth', employer: 'City Library', email: 'a@example.org' }),
  ];
  expect(found(people)).toEqual([
    'a, c, same name, same employer, same city',
    'a, b, same name, same city',
    'b, c, same name, same city',
  ]);
  expect(found(people, (a, b) => `${a}${b}` !== 'bc')).toEqual(['b, c, same name, same city']);
});

it('never compares empty answers', () => {
  expect(found([person('a', { name: '', phone: '1' }), person('b', { name: '', phone: '1' })])).toEqual([]);
});
