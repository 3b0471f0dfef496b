import { overLimit } from '@/db/limits';
import type { UserActor } from '@/domain/actor';
import { byteStream } from '@/lib/byte-stream';
import { writeRows } from '@/lib/csv';
import { paths } from '@/lib/paths';
import { isSameOrigin } from '@/lib/same-origin';
import { writeWorkbook } from '@/lib/workbook';
import { seeOther } from '@/ui/http';
import type { Viewer } from '../inbox/choosing/schema';
import { writeFilter, type InboxFilter } from '../inbox/schema';
import { noteExport } from './commands';
import { listExported, listExportedQuestions, readExported } from './queries';
import { headingsOf, type ExportFile } from './schema';

type Cycle = { id: string; organizationId: string; programId: string; code: string; timeZone: string };
type Asked = { user: UserActor; viewer: Viewer; cycle: Cycle; filter: InboxFilter; file: ExportFile; now: Date };

const TYPES: Record<ExportFile, string> = {
  'applications.csv': 'text/csv; charset=utf-8',
  'applications.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A mark that makes spreadsheets read the file as UTF-8. */
const MARK = '\ufeff';

async function* csv(headings: string[], batches: ReturnType<typeof readExported>) {
  yield MARK + writeRows([headings]);
  for await (const rows of batches) yield writeRows(rows);
}

/** The applications of a filter as a file, written while it is sent. It is asked for with a POST: taking it is counted and told. */
export async function sendExport(request: Request, asked: Asked): Promise<Response> {
  const { user, viewer, cycle, filter, file, now } = asked;
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const seconds = await overLimit('export', user.userId);
  if (seconds > 0) return seeOther(paths.inbox(cycle.code, `${writeFilter(filter)}&saved=export_limit`));
  const ids = await listExported(cycle.id, viewer, filter);
  const questions = await listExportedQuestions(cycle.id);
  await noteExport(user, { cycle, file, count: ids.length }, now);
  const [headings, rows] = [headingsOf(questions), readExported(ids, { cycle, viewer, questions })];
  const body =
    file === 'applications.csv' ? csv(headings, rows) : writeWorkbook({ name: cycle.code, headings, rows, now });
  return new Response(byteStream(body), {
    headers: {
      'Content-Type': TYPES[file],
      'Content-Disposition': `attachment; filename="${cycle.code}-${file}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
