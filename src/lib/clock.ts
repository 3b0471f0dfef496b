/** The only place that reads the time. Edges call it once and pass `now` on. */
export const clock = { now: () => new Date() };
