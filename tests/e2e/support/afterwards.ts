import type { Row, Who } from './matrix';

type Ground = { staff: string; desk: readonly Who[]; office: readonly Who[] };

/** The pages that read a cycle as a whole, and that lead to the next. */
export const afterwards = ({ staff, desk, office }: Ground): Record<string, Row> => ({
  '(staff)/staff/[code]/back': { path: `${staff}/back`, allowed: office },
  '(staff)/staff/[code]/book': { path: `${staff}/book`, allowed: desk },
  '(staff)/staff/[code]/book/text': { path: `${staff}/book/text`, allowed: desk },
  '(staff)/staff/[code]/reports': { path: `${staff}/reports`, allowed: desk },
  '(staff)/staff/[code]/reports/[file]': { path: `${staff}/reports/funnel.csv`, allowed: desk },
});
