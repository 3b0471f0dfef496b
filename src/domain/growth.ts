import type { Ratings } from './closing';
import type { Option, Role } from './mentoring';

/** One person's ratings when they applied and at the end. */
export type BeforeAfter = { role: Role; before: Ratings; after: Ratings };

export type AreaGrowth = {
  area: string;
  label: string;
  /** Only people with both ratings are counted. */
  n: number;
  /** Means, not rounded; null where nobody has both. */
  before: number | null;
  after: number | null;
  change: number | null;
};

const mean = (values: readonly number[]): number | null =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;

function areaOf(people: readonly BeforeAfter[], { value: area, label }: Option): AreaGrowth {
  const both = people.flatMap(({ before, after }) => {
    const [from, to] = [before[area], after[area]];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  const change = mean(both.map(({ from, to }) => to - from));
  return {
    area,
    label,
    n: both.length,
    before: mean(both.map(({ from }) => from)),
    after: mean(both.map(({ to }) => to)),
    change,
  };
}

/** How ratings changed, area by area, of one role. A blank is no zero: whoever left one blank is not in that area's means. */
export const growthOf = (people: readonly BeforeAfter[], role: Role, areas: readonly Option[]): AreaGrowth[] => {
  const ofRole = people.filter((one) => one.role === role);
  return areas.map((area) => areaOf(ofRole, area));
};
