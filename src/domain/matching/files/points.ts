/** Points, 0 to 100 with at most three decimals, as whole thousandths; or what is wrong with them. */
export function thousandths(points: unknown): number | string {
  if (typeof points !== 'number') return `score ${JSON.stringify(points)} is not a number`;
  if (!Number.isFinite(points)) return `score ${points} is not finite`;
  if (points < 0 || points > 100) return `score ${points} is not between 0 and 100`;
  const whole = Math.round(points * 1000);
  // Neither the product nor the quotient is exact, but a fourth decimal is far larger than what is lost.
  return Math.abs(points * 1000 - whole) < 1e-6 ? whole : `score ${points} has more than three decimals`;
}

/** Thousandths back as points: the same number that was read. */
export const points = (whole: number): number => whole / 1000;
