/**
 * How often a property is tried. A mutation run tries each of its changes against every property, so fewer must do: a
 * change that survives them is looked at by hand.
 */
export const runs = (count: number): { numRuns: number } => ({
  numRuns: process.env.STRYKER_MUTATOR_WORKER === undefined ? count : Math.ceil(count / 10),
});
