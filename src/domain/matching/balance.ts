/** The highest utility: 100 points of fit, 10 of the private part, 10 of jitter, in thousandths. */
export const MAX_UTILITY = 120_000;

/**
 * The *balanced* worth of a utility from 0 to 120,000: round(10⁶ · (1 − (1 − u/120,000)²)). Concave, so a point
 * gained by a poor match counts for more than a point gained by a good one.
 */
export const balanced = (utility: number): number => Math.round((utility * (2 * MAX_UTILITY - utility)) / 14_400);
