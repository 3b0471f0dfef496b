/** Who looks. */
export type Viewer = {
  userId: string;
  /** People who are closed to them: their applications are in no list and no count. */
  closed: readonly string[];
  /** Sees reviews only after their own. */
  reviews: boolean;
  /** Reads discussions before a review of their own. */
  discussions: boolean;
  /** Sees who applied. Whoever does not sees references, and cannot look for names or sort by them. */
  names: boolean;
};

/** What stands for an applicant in lists, on sheets and in the finder: the one place where names are hidden. */
export const nameFor = ({ names }: Pick<Viewer, 'names'>, row: { name: string; reference: string | null }): string =>
  names ? row.name : (row.reference ?? '');
