import type { Row, Who } from './matrix';

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
