import type { Row } from './matrix';
import { query } from './program';

/** The pages of a pair of the active cycle that this member looks after, for the office and for the member. */
export async function pairPages(liaison: string): Promise<{ pair: string; ownPair: string }> {
  const [match] = await query<{ code: string; id: string }>(
    `SELECT c.code, m.id FROM matches m JOIN cycles c ON c.id = m.cycle_id JOIN users u ON u.id = m.liaison_id
     WHERE m.state = 'active' AND u.name LIKE $1 || '%' ORDER BY m.reference LIMIT 1`,
    [liaison],
  );
  if (!match) throw new Error(`${liaison} looks after no pair of the demonstration.`);
  const page = `${match.code.toLowerCase()}/pairs/${match.id}`;
  return { pair: `/staff/${page}`, ownPair: `/committee/${page}` };
}

type Pages = { committee: string; ownPair: string };

/** Who may open the pages of liaisons. */
export const pairRows = ({ committee, ownPair }: Pages): Record<string, Row> => ({
  '(committee)/committee/[code]/pairs': { path: `${committee}/pairs`, allowed: ['chair', 'reviewer'] },
  '(committee)/committee/[code]/pairs/[id]': { path: ownPair, allowed: ['reviewer'] },
  '(committee)/committee/[code]/concerns': { path: `${committee}/concerns`, allowed: ['officer'] },
});
