import { paths } from '@/lib/paths';
import { writeFilter, type InboxFilter } from '../../inbox/schema';
import { EXPORT_FILES } from '../schema';

type Props = {
  code: string;
  filter: InboxFilter;
  total: number;
  /** Whether the viewer may take files. */ exports: boolean;
};

/** The applications of the filter on paper and, for chair and staff, as files. */
export function TakeOut({ code, filter, total, exports }: Props) {
  const query = writeFilter(filter);
  const these = total === 1 ? 'this application' : `these ${new Intl.NumberFormat('en-US').format(total)} applications`;
  return (
    <section className="row no-print" aria-label="Take out">
      <a href={paths.print(code, query)}>Print {these}</a>
      {exports
        ? EXPORT_FILES.map((file) => (
            <form key={file} method="post" action={paths.exportFile(code, file, query)}>
              <button className="button quiet" type="submit">
                Export as {file.endsWith('csv') ? 'CSV' : 'XLSX'}
                <span className="hidden-visually">, {these}</span>
              </button>
            </form>
          ))
        : null}
    </section>
  );
}
