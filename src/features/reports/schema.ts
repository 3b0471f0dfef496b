import { z } from 'zod';
import { REPORT_KEYS, type ReportKey } from '@/domain/reports/report';

const READINGS = ['exact', 'shared'] as const;

/** What the address asks for: another cycle beside this one, and whether small numbers are hidden. */
export const askedSchema = z.object({
  with: z.string().max(8).catch(''),
  as: z.enum(READINGS).catch('exact'),
});
export type Asked = z.output<typeof askedSchema>;

export const writeAsked = ({ with: other, as }: Asked): string => {
  const query = new URLSearchParams({
    ...(other ? { with: other } : {}),
    ...(as === 'shared' ? { as } : {}),
  }).toString();
  return query ? `?${query}` : '';
};

const KINDS = ['csv', 'xlsx'] as const;
export type ReportFile = { key: ReportKey; kind: (typeof KINDS)[number] };

/** `funnel.csv`: which report is wanted, and how; null for anything else. */
export function readFile(name: string): ReportFile | null {
  const [first = '', last = '', ...rest] = name.split('.');
  const key = REPORT_KEYS.find((one) => one === first);
  const kind = KINDS.find((one) => one === last);
  return key && kind && rest.length === 0 ? { key, kind } : null;
}
