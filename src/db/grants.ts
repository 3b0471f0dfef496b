/** Of grants: those in force, whose last day has not passed. To be spread into a `where` or to stand as one. */
export const inForceAt = (now: Date) => ({ OR: [{ until: null }, { until: { gt: now } }] });
