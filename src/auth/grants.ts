import { GRANT_ROLES, type Grant } from '@/domain/actor';

type GrantRow = { programId: string; role: string; until: Date | null };

/** Rows as the rules know them; a role of no known name gives nothing. */
export const toGrants = (rows: readonly GrantRow[]): Grant[] =>
  rows.flatMap(({ programId, role, until }) => {
    const known = GRANT_ROLES.find((name) => name === role);
    return known ? [{ programId, role: known, until }] : [];
  });
