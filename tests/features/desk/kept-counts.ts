import { ownerQuery } from '../../support/database';

const COUNTED = "a.state <> 'draft' AND a.person_id IS NOT NULL";

/**
 * Where what is kept differs from what a plain count says at the same moment: counts of a cycle by facet, and what each review
 * knows of its application.
 */
export const differences = () =>
  ownerQuery<Record<string, unknown>>(`
    SELECT 'counts' AS of, coalesce(p.cycle_id, k.cycle_id)::text AS where, coalesce(p.facet, k.facet) AS facet, p.count AS plain, k.count AS kept
    FROM (SELECT a.cycle_id, a.facet, count(*)::int AS count FROM applications a WHERE ${COUNTED} GROUP BY 1, 2) p
    FULL JOIN (SELECT cycle_id, facet, sum(count)::int AS count FROM inbox_counts GROUP BY 1, 2 HAVING sum(count) <> 0) k
      ON k.cycle_id = p.cycle_id AND k.facet = p.facet
    WHERE p.count IS DISTINCT FROM k.count
    UNION ALL
    SELECT 'review', r.id::text, r.facet, a.facet, r.facet FROM reviews r JOIN applications a ON a.id = r.application_id
    WHERE (r.facet, r.cycle_id) IS DISTINCT FROM (CASE WHEN ${COUNTED} THEN a.facet END, a.cycle_id)`);
