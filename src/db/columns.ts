/** The dates of a cycle from which its phases follow. */
export const cycleDates = {
  opensAt: true,
  closesAt: true,
  mentorsCloseAt: true,
  matchingAt: true,
  announceAt: true,
  startsAt: true,
  endsAt: true,
  archivesAt: true,
} as const;
