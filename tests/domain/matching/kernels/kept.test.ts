import { expect, it } from 'vitest';
import { fillKept, isShort } from '@/domain/matching/kernels/kept-fill';
import { rise } from '@/domain/matching/kernels/kept-graph';
import { isNear, nearAhead, nearBehind, stepsBetween } from '@/domain/matching/kernels/kept-near';
import { columnsOf, inEach, matchedRows, seated, trial } from './kept-plans';

const LIMITS = [100, 12_000, Infinity];

it('finds another place for each whose pair is forbidden, and somebody for the place', () => {
  const told = inEach((market) =>
    matchedRows(market).flatMap((row) =>
      LIMITS.map((limit) =>
        trial(market, (plan, watch) => {
          const column = plan.columnOf[row]!;
          Object.assign(plan, { bannedRow: row, bannedColumn: column });
          rise(plan, row);
          const graph = watch(market.graph);
          const end = seated(market, plan, graph, { row, column: -1 }, limit);
          const short = isShort(graph, plan, column);
          market.search.best.fill(limit);
          return [end, short, short && fillKept(graph, plan, market.search, column)];
        }),
      ),
    ),
  );
  expect(told).toEqual([
    'scarce: 27 tried, 976 looked at, 274877926908 28 -4543855589 lost, 4be7e76abe4b',
    'even: 36 tried, 1861 looked at, 2473921349995 1855979519992 3276236613 lost, e0500e92b95f',
    'loose: 27 tried, 412 looked at, 412317260837 0 12140651028 lost, 84fcda0071bc',
    'picky: 45 tried, 2237 looked at, 530000 28 281593749 lost, 9f23d3b35ea6',
    'wide: 33 tried, 7965 looked at, 18 0 -271682544 lost, 35b259de894a',
  ]);
});

it('makes room where somebody is put, and fills the place that was left', () => {
  const told = inEach((market) =>
    matchedRows(market).flatMap((row) =>
      [3, 4, 5].map((step) =>
        trial(market, (plan, watch) => {
          const { columns } = market.graph;
          const [from, column] = [plan.columnOf[row]!, (row * step) % columns];
          if (plan.capacity[column] === 0) return null;
          rise(plan, row);
          plan.gone[row] = 1;
          plan.capacity[column]! -= 1;
          const graph = watch(market.graph);
          const isFull = plan.load[column]! > plan.capacity[column]!;
          const end = isFull && seated(market, plan, graph, { row: -1, column }, Infinity);
          const short = isShort(graph, plan, from);
          market.search.best.fill(40_000);
          return [end, short, short && fillKept(graph, plan, market.search, from)];
        }),
      ),
    ),
  );
  expect(told).toEqual([
    'scarce: 27 tried, 458 looked at, 2886219484682 19 8213088213 lost, 2c2dce08d4ec',
    'even: 36 tried, 1307 looked at, 2886241904857 2212495360012 8694435751 lost, cb4f8e740af2',
    'loose: 27 tried, 184 looked at, 1099512528845 0 10990182114 lost, 8afdd6df6a05',
    'picky: 45 tried, 1447 looked at, 2670000 9 10986099447 lost, 6c7d4db4cc2b',
    'wide: 33 tried, 5878 looked at, 2542642025524 2023319666688 18931813142 lost, 030bce76b92a',
  ]);
});

it('finds places for all who lose theirs at once, one search after another', () => {
  const told = inEach((market) =>
    columnsOf(market).map((column) =>
      trial(market, (plan, watch) => {
        const rows = [...plan.columnOf.keys()].filter((row) => plan.columnOf[row] === column);
        for (const row of rows) rise(plan, row);
        plan.capacity[column] = 0;
        const graph = watch(market.outward);
        return rows.map((row) => seated(market, plan, graph, { row, column: -1 }, Infinity));
      }),
    ),
  );
  expect(told).toEqual([
    'scarce: 9 tried, 207 looked at, 1236951102172 11 6945873828 lost, f6be342ee2c7',
    'even: 12 tried, 485 looked at, 824642922219 807403520001 -370123313 lost, fdb2f70d63c0',
    'loose: 20 tried, 160 looked at, 40017 0 1782663812 lost, 9ec33031efbf',
    'picky: 14 tried, 434 looked at, 930000 9 4202009903 lost, fad461353545',
    'wide: 11 tried, 2621 looked at, 755924030037 924291432448 9429873844 lost, e76f34555af5',
  ]);
});

it('finds whom a further place serves', () => {
  const told = inEach((market) =>
    columnsOf(market).flatMap((column) =>
      LIMITS.map((limit) =>
        trial(market, (plan, watch) => {
          plan.capacity[column]! += 1;
          const graph = watch(market.graph);
          if (!isShort(graph, plan, column)) return null;
          market.search.best.fill(limit);
          return fillKept(graph, plan, market.search, column);
        }),
      ),
    ),
  );
  expect(told).toEqual([
    'scarce: 27 tried, 508 looked at, -1236952112931 12 -8624804787 lost, e14cb4f1eb9f',
    'even: 36 tried, 434 looked at, -687501 -94371840015 -2005778064 lost, c058d22eb5fd',
    'loose: 60 tried, 33 looked at, -21 0 2260026726 lost, c027080d55eb',
    'picky: 42 tried, 770 looked at, -1590000 27 -24589200225 lost, 381822eeede4',
    'wide: 33 tried, 5255 looked at, -1443127684326 -1762774745088 -29313230742 lost, 5b50b0a00553',
  ]);
});

it('knows the surroundings of a place, behind and ahead, and the steps from there', () => {
  const told = inEach((market) =>
    columnsOf(market).flatMap((root) =>
      [0, 9000, 30_000].flatMap((limit) =>
        [nearBehind, nearAhead].map((near) =>
          trial(market, (plan, watch) => {
            const around = near(watch(market.graph), plan, market.search, [root, limit]);
            const columns = [...plan.load.keys()].filter((column) => isNear(around, column));
            const { distance } = around.search.columns;
            return columns.map((column) => [
              column,
              [...distance.subarray(3 * column, 3 * column + 3)],
              stepsBetween(around, column, plan),
            ]);
          }),
        ),
      ),
    ),
  );
  expect(told).toEqual([
    'scarce: 54 tried, 1029 looked at, 0 0 0 lost, da250d34e415',
    'even: 72 tried, 804 looked at, 0 0 0 lost, f27f2dbf8029',
    'loose: 120 tried, 1234 looked at, 0 0 0 lost, bdc0289d7ab6',
    'picky: 84 tried, 2350 looked at, 0 0 0 lost, 10f2785e6474',
    'wide: 66 tried, 16256 looked at, 0 0 0 lost, 0ed279941f22',
  ]);
});

it('keeps account of what every search before has changed', () => {
  const told = inEach((market) =>
    [0, 1, 2, 3].map((turn) =>
      trial(market, (plan, watch) => {
        const graph = watch(market.graph);
        const rows = matchedRows(market).filter((_, k) => k % 4 === turn);
        const left = rows.map((row) => plan.columnOf[row]!);
        rows.forEach((row, k) => {
          rise(plan, row);
          plan.capacity[left[k]!]! -= 1;
        });
        const ends = rows.map((row) => seated(market, plan, graph, { row, column: -1 }, Infinity));
        const column = left[0]!;
        plan.capacity[column]! += 1;
        if (!isShort(graph, plan, column)) return ends;
        market.search.best.fill(Infinity);
        return [ends, fillKept(graph, plan, market.search, column)];
      }),
    ),
  );
  expect(told).toEqual([
    'scarce: 4 tried, 435 looked at, 687195047852 5 3910424963 lost, 49bd35491b39',
    'even: 4 tried, 1108 looked at, 549762202776 566231039999 164876713 lost, 08f1ed849807',
    'loose: 4 tried, 262 looked at, 40034 0 1790093557 lost, 051036370d7c',
    'picky: 4 tried, 838 looked at, 690000 5 531488510 lost, 995df9af7bad',
    'wide: 4 tried, 8075 looked at, 481042562647 587819122688 5435842538 lost, 8b8059191083',
  ]);
});
