import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanced, type Reader, type Wanted } from '@/domain/assigning';

const readers = (...loads: number[]): Reader[] => loads.map((load, index) => ({ id: `r${index}`, load }));
const wanted = (count: number, needs: number, mayRead: (index: number) => string[]): Wanted[] =>
  Array.from({ length: count }, (_, index) => ({ id: `a${index}`, needs, mayRead: mayRead(index) }));

function loadsOf(people: readonly Reader[], asked: readonly { reviewerId: string }[]): number[] {
  return people.map(({ id, load }) => load + asked.filter(({ reviewerId }) => reviewerId === id).length);
}

describe('balanced assignment', () => {
  it('gives everybody about the same', () => {
    const people = readers(0, 0, 0);
    const all = people.map(({ id }) => id);
    const { asked, short } = balanced(
      wanted(10, 2, () => all),
      people,
    );
    expect(short).toEqual([]);
    expect(loadsOf(people, asked).sort()).toEqual([6, 7, 7]);
  });

  it('counts what somebody has already', () => {
    const people = readers(0, 10, 10);
    const { asked } = balanced(
      wanted(5, 1, () => ['r0', 'r1', 'r2']),
      people,
    );
    expect(loadsOf(people, asked)).toEqual([5, 10, 10]);
  });

  it('asks nobody who must not read it, and says what is short', () => {
    const people = readers(0, 0);
    const { asked, short } = balanced(
      [
        { id: 'a', needs: 2, mayRead: ['r0'] },
        { id: 'b', needs: 1, mayRead: [] },
        { id: 'c', needs: 1, mayRead: ['r0', 'r1'] },
      ],
      people,
    );
    expect(asked).toEqual([
      { applicationId: 'a', reviewerId: 'r0' },
      { applicationId: 'c', reviewerId: 'r1' },
    ]);
    expect(short).toEqual([
      { applicationId: 'a', missing: 1 },
      { applicationId: 'b', missing: 1 },
    ]);
  });

  it('mixes who reads together with whom', () => {
    const people = readers(0, 0, 0, 0, 0);
    const all = people.map(({ id }) => id);
    const { asked } = balanced(
      wanted(40, 2, () => all),
      people,
    );
    const pairs = new Set(
      Array.from({ length: 40 }, (_, index) =>
        asked
          .filter(({ applicationId }) => applicationId === `a${index}`)
          .map(({ reviewerId }) => reviewerId)
          .sort()
          .join(' '),
      ),
    );
    expect(pairs.size).toBeGreaterThan(5);
  });

  const setting = fc.record({
    loads: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 5 }),
    needs: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 8 }),
    closed: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
  });
  const made = ({ loads, needs, closed }: { loads: number[]; needs: number[]; closed: boolean[] }) => {
    const people = readers(...loads);
    const given = needs.map((need, row) => ({
      id: `a${row}`,
      needs: need,
      mayRead: people.flatMap(({ id }, column) => (closed[row * 5 + column] ? [] : [id])),
    }));
    return { people, given };
  };

  it('serves as many as may be, crosses nothing, asks nobody twice, and is the same whatever the order', () => {
    fc.assert(
      fc.property(setting, (drawn) => {
        const { people, given } = made(drawn);
        const { asked, short } = balanced(given, people);
        for (const { id, needs, mayRead } of given) {
          const mine = asked.filter(({ applicationId }) => applicationId === id).map(({ reviewerId }) => reviewerId);
          expect(new Set(mine).size).toBe(mine.length);
          expect(mine.every((reader) => mayRead.includes(reader))).toBe(true);
          expect(mine.length).toBe(Math.min(needs, mayRead.length));
          expect(short.find(({ applicationId }) => applicationId === id)?.missing ?? 0).toBe(needs - mine.length);
        }
        const turned = balanced([...given].reverse(), [...people].reverse());
        const inOrder = (all: typeof asked) => all.map((one) => `${one.applicationId} ${one.reviewerId}`).sort();
        expect(inOrder(turned.asked)).toEqual(inOrder(asked));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the most that anybody has as low as it can be, when one reader more is needed', () => {
    fc.assert(
      fc.property(setting, (drawn) => {
        const { people, given } = made({ ...drawn, needs: drawn.needs.map(() => 1) });
        const open = given.filter(({ mayRead }) => mayRead.length > 0).slice(0, 5);
        const { asked } = balanced(open, people);
        const most = Math.max(...loadsOf(people, asked));
        const ways = open.reduce<number[][]>(
          (all, { mayRead }) => all.flatMap((way) => mayRead.map((id) => [...way, Number(id.slice(1))])),
          [[]],
        );
        const least = Math.min(
          ...ways.map((way) =>
            Math.max(...people.map(({ load }, at) => load + way.filter((one) => one === at).length)),
          ),
        );
        expect(most).toBe(least);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what readers know', () => {
  const all = ['r0', 'r1', 'r2'];
  const people: Reader[] = [
    { id: 'r0', load: 0, knows: ['outreach'] },
    { id: 'r1', load: 0, knows: ['programs', 'admin'] },
    { id: 'r2', load: 0 },
  ];
  const about = (id: string, ...areas: string[]): Wanted => ({ id, needs: 1, mayRead: all, about: areas });

  it('decides between readers with the same load', () => {
    const { asked } = balanced([about('a', 'programs'), about('b', 'outreach'), about('c')], people);
    expect(asked).toEqual([
      { applicationId: 'a', reviewerId: 'r1' },
      { applicationId: 'b', reviewerId: 'r0' },
      { applicationId: 'c', reviewerId: 'r2' },
    ]);
  });

  it('prefers who knows more of it', () => {
    const [few, more]: Reader[] = [
      { id: 'r0', load: 0, knows: ['programs'] },
      { id: 'r1', load: 0, knows: ['programs', 'admin'] },
    ];
    const one = (reader: string) => ({
      id: 'a',
      needs: 1,
      mayRead: [reader, 'r0', 'r1'],
      about: ['programs', 'admin'],
    });
    expect(few && more && balanced([one('r1')], [few, more]).asked).toEqual([{ applicationId: 'a', reviewerId: 'r1' }]);
  });

  it('never makes anybody’s share larger', () => {
    const levels = fc.record({
      needs: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 8 }),
      areas: fc.array(fc.subarray(['a', 'b', 'c']), { minLength: 8, maxLength: 8 }),
      knows: fc.array(fc.subarray(['a', 'b', 'c']), { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(levels, ({ needs, areas, knows }) => {
        const given = needs.map((need, at) => ({ id: `a${at}`, needs: need, mayRead: all, about: areas[at] ?? [] }));
        const plain = readers(0, 0, 0);
        const knowing = plain.map((reader, at) => ({ ...reader, knows: knows[at] ?? [] }));
        const most = (with_: Reader[]) => Math.max(...loadsOf(with_, balanced(given, with_).asked));
        expect(most(knowing)).toBeLessThanOrEqual(most(plain));
      }),
      { numRuns: 60 },
    );
  });
});
