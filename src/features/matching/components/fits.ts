/** Thousandths of a point, as people read them. */
const THOUSAND = 1000;

/** "86" */
export const wholePoints = (thousandths: number): string => String(Math.round(thousandths / THOUSAND));

/** "41.2"; whole numbers without a decimal. */
export const points = (thousandths: number): string =>
  (thousandths / THOUSAND).toLocaleString('en-US', { maximumFractionDigits: 1 });

/** "+1.4", "−0.6", "0" */
export function pointsChange(thousandths: number): string {
  const sign = thousandths > 0 ? '+' : thousandths < 0 ? '−' : '';
  return `${sign}${points(Math.abs(thousandths))}`;
}

export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
