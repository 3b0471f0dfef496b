import { describe, expect, it } from 'vitest';
import { coveredBy, readersOf, readingNeeds, type Member, type ToRead } from '@/domain/coverage';

const member = (id: string, over: Partial<Member> = {}): Member => ({
  id,
  name: id.toUpperCase(),
  inForce: true,
  reads: true,
  closed: [],
  ...over,
});
const MEMBERS = new Map(
  [
    member('ana', { knows: ['outreach'] }),
    member('ben'),
    member('left', { inForce: false }),
    member('fenced', { closed: ['p1'] }),
  ].map((one) => [one.id, one]),
);
const toRead = (over: Partial<ToRead> = {}): ToRead => ({
  id: 'a1',
  personId: 'p1',
  assigned: [],
  reviews: [],
  ...over,
});
const review = (reviewerId: string, abstained = false) => ({ reviewerId, abstained });

it('tells who has read, who is asked, and who left without reading; nobody in conflict', () => {
  const application = toRead({
    assigned: ['ana', 'ben', 'left', 'fenced', 'nobody'],
    reviews: [review('ana'), review('gone'), review('ben', true)],
  });
  expect(readersOf(application, MEMBERS)).toEqual({ done: ['ana', 'gone'], waiting: [], ended: ['left'] });
  expect(readersOf(toRead({ assigned: ['ana', 'fenced'] }), MEMBERS)).toEqual({
    done: [],
    waiting: ['ana'],
    ended: [],
  });
});

it.each([
  [2, 0, 'done'],
  [1, 1, 'waiting'],
  [0, 2, 'waiting'],
  [1, 0, 'short'],
] as const)('%i reviews and %i asked, of two, is %s', (done, waiting, covered) => {
  expect(coveredBy({ done, waiting }, 2)).toBe(covered);
});

describe('what is given to the solver', () => {
  const applications = [
    toRead({ id: 'a2', personId: 'p2', about: ['admin'], assigned: ['ana', 'left'], reviews: [review('ben')] }),
    toRead({ id: 'a1', reviews: [review('ben', true)] }),
  ];
  const needs = (anew: boolean, who = ['ana', 'ben', 'fenced', 'left']) =>
    readingNeeds({ applications, members: MEMBERS, who, wantedCount: 3, anew });

  it('counts reviews and what is asked, and offers nobody who has reviewed, abstained, left or must not', () => {
    expect(needs(false)).toEqual({
      wanted: [
        { id: 'a1', needs: 3, mayRead: ['ana'], about: [] },
        { id: 'a2', needs: 1, mayRead: ['fenced'], about: ['admin'] },
      ],
      readers: [
        { id: 'ana', load: 1, knows: ['outreach'] },
        { id: 'ben', load: 1, knows: [] },
        { id: 'fenced', load: 0, knows: [] },
        { id: 'left', load: 0, knows: [] },
      ],
    });
  });

  it('forgets what is asked and not read when it starts anew', () => {
    expect(needs(true, ['ana'])).toEqual({
      wanted: [
        { id: 'a1', needs: 3, mayRead: ['ana'], about: [] },
        { id: 'a2', needs: 2, mayRead: ['ana'], about: ['admin'] },
      ],
      readers: [{ id: 'ana', load: 0, knows: ['outreach'] }],
    });
  });
});
