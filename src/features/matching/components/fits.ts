/** Thousandths of a point, as people read them. */
const THOUSAND = 1000;

/** "86" */
export const wholePoints = (thousandths: number): string => String(Math.round(thousandths / THOUSAND));

/** "41.2"; whole numbers without a decimal. */
export const points = (thousandths: number): string =>
  (thousandths / THOUSAND).toLocaleString('en-US', { maximumFractionDigits: 1 });

const signOf = (change: number): string => (change > 0 ? '+' : change < 0 ? '−' : '');

/** "+1.4", "−0.6", "0" */
export const pointsChange = (thousandths: number): string => `${signOf(thousandths)}${points(Math.abs(thousandths))}`;

/** "+2", "−1", "0" */
export const countChange = (change: number): string => `${signOf(change)}${Math.abs(change)}`;

export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
