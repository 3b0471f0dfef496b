import type { Row, Who } from './matrix';
import { query } from './program';

type Pages = { staff: string; pair: string; desk: readonly Who[] };

/** Pages about pairs and the end of a cycle: for staff and whoever leads the committee. */
export const closingPages = ({ staff, pair, desk: allowed }: Pages): Record<string, Row> => ({
  '(staff)/staff/[code]/pairs': { path: `${staff}/pairs`, allowed },
  '(staff)/staff/[code]/pairs/[id]': { path: pair, allowed },
  '(staff)/staff/[code]/closing': { path: `${staff}/closing`, allowed },
  '(staff)/staff/[code]/closing/growth': { path: `${staff}/closing/growth`, allowed },
  '(staff)/staff/[code]/closing/papers': { path: `${staff}/closing/papers`, allowed },
  '(staff)/staff/[code]/closing/papers/[file]': { path: `${staff}/closing/papers/all.zip`, allowed },
  '(staff)/staff/[code]/closing/quotes/file': { path: `${staff}/closing/quotes/file`, allowed },
  '(staff)/staff/[code]/closing/quotes': { path: `${staff}/closing/quotes`, allowed },
  '(staff)/staff/[code]/closing/pairs/[id]': { path: pair.replace('/pairs/', '/closing/pairs/'), allowed },
});

/** Pages about the end of a cycle and its library, in the cycle that is at work and in the one that ends. */
export async function closingForms(): Promise<string[]> {
  const cycles = await query<{ code: string }>(
    `SELECT DISTINCT c.code FROM cycles c JOIN matches m ON m.cycle_id = c.id WHERE m.state IN ('active', 'completed')`,
  );
  return cycles.flatMap(({ code }) => {
    const staff = `/staff/${code.toLowerCase()}`;
    return [
      `${staff}/closing`,
      `${staff}/closing/papers`,
      `${staff}/closing/quotes`,
      `${staff}/library`,
      `${staff}/topics`,
    ];
  });
}
