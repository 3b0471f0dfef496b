import { FACTORS, type FactorKey, type FactorValues, type Weights } from '@/domain/matching/factors';

/** Points are thousandths; they add up to the fit exactly. */
export type Score = { fit: number; points: Partial<Record<FactorKey, number>>; notConsidered: readonly FactorKey[] };

/** A value of 10,000 at full weight is 100,000 thousandths. */
export const SCALE = 10;

/** Thousandths of a point, 0 to 100,000: the weighted mean of the factors that apply; 0 when none does. */
export function fitOf(values: FactorValues, weights: Weights): number {
  let sum = 0;
  let weight = 0;
  for (const { key } of FACTORS) {
    const value = values[key];
    if (value === null) continue;
    sum += SCALE * weights[key] * value;
    weight += weights[key];
  }
  return weight === 0 ? 0 : Math.floor((2 * sum + weight) / (2 * weight));
}

/** The fit, split into points by largest remainder; ties go to the earlier factor. */
export function scoreOf(values: FactorValues, weights: Weights): Score {
  const applied = FACTORS.flatMap(({ key }) => {
    const value = values[key];
    return value === null || weights[key] === 0 ? [] : [{ key, share: SCALE * weights[key] * value }];
  });
  const notConsidered = FACTORS.map(({ key }) => key).filter((key) => !applied.some((factor) => factor.key === key));
  const weight = applied.reduce((total, { key }) => total + weights[key], 0);
  const fit = fitOf(values, weights);
  const whole = applied.reduce((total, { share }) => total + Math.floor(share / weight), 0);
  const receivers = applied
    .toSorted((a, b) => (b.share % weight) - (a.share % weight))
    .slice(0, fit - whole)
    .map(({ key }) => key);
  const points = Object.fromEntries(
    applied.map(({ key, share }) => [key, Math.floor(share / weight) + (receivers.includes(key) ? 1 : 0)]),
  );
  return { fit, points, notConsidered };
}
