import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { reportsOf, type ReportTable } from '@/domain/reports/all';
import { asShared } from '@/domain/reports/report';
import { byteStream } from '@/lib/byte-stream';
import { writeRows } from '@/lib/csv';
import { writeWorkbook } from '@/lib/workbook';
import { tableOf } from './components/report-card';
import { getFacts, listComparable } from './queries';
import type { ReportFile } from './schema';

type Wanted = { user: UserActor; cycle: GuardedCycle; file: ReportFile; beside: string; now: Date };

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
/** A mark that makes spreadsheets read the file as UTF-8. */
const MARK = '\ufeff';

const cellsOf = ({ columns, rows }: ReportTable) => ({
  headings: ['What', ...columns],
  lines: rows.map(({ label, figures }) => [label, ...figures.map((figure) => figure ?? 'hidden')]),
});

async function findTable({ user, cycle, file, beside, now }: Wanted): Promise<ReportTable> {
  const sharedOf = async (one: { id: string; formVersion: string }) =>
    reportsOf(await getFacts(one, user.closed, now)).find(({ key }) => key === file.key);
  const own = await sharedOf(cycle);
  if (!own) throw new Error(`There is no report ${file.key}.`);
  const first = { name: cycle.name, report: asShared(own) };
  const other = (await listComparable(cycle, now)).find(({ code }) => code === beside);
  const second = other && (await sharedOf(other));
  return tableOf(other && second ? [first, { name: other.name, report: asShared(second) }] : [first]);
}

/** A report as a file: the same numbers give the same bytes, whenever it is taken. Whatever leaves the program hides small numbers. */
export async function sendReport(wanted: Wanted): Promise<Response> {
  const { cycle, file } = wanted;
  const { headings, lines } = cellsOf(await findTable(wanted));
  const rows = (async function* batches() {
    yield lines;
  })();
  const body =
    file.kind === 'csv'
      ? MARK + writeRows([headings, ...lines])
      : byteStream(writeWorkbook({ name: file.key, headings, rows, now: cycle.opensAt }));
  return new Response(body, {
    headers: {
      'Content-Type': TYPES[file.kind],
      'Content-Disposition': `attachment; filename="${cycle.code}-${file.key}.${file.kind}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
