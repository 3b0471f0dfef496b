import { worthALine, besideEachOther, type ReportTable } from '@/domain/reports/all';
import type { Report } from '@/domain/reports/report';
import { paths } from '@/lib/paths';
import { ChangeChart, type Change } from '@/ui/static/change-chart';
import { Bars } from './bars';
import { TileMap } from './tile-map';

type Side = { name: string; report: Report };
type Props = {
  code: string;
  sides: readonly [Side] | readonly [Side, Side];
  withQuery: string;
  /** What stands where there is no number: hidden, or nothing to say. */
  blank: string;
};

/** One question: the answer in a sentence, a chart, the table beside it, what is counted, and files of it. */
export function ReportCard({ code, sides, withQuery, blank }: Props) {
  const [{ report }] = sides;
  const { key, question } = report;
  const table = <Numbers code={code} report={report} table={tableOf(sides)} withQuery={withQuery} blank={blank} />;
  return (
    <section className="card stack" aria-labelledby={`report-${key}`} id={key}>
      <h2 id={`report-${key}`}>{question}</h2>
      <div className="report-sides">
        {sides.map((side) => (
          <Answer key={side.name} side={side} named={sides.length === 2} />
        ))}
        {sides.length === 1 ? table : null}
      </div>
      {sides.length === 2 ? table : null}
    </section>
  );
}

type NumbersProps = Pick<Props, 'code' | 'withQuery' | 'blank'> & { report: Report; table: ReportTable };

const Numbers = ({ code, report: { key, question, definition }, table, withQuery, blank }: NumbersProps) => (
  <div className="stack-s">
    <Table question={question} table={table} blank={blank} />
    <p className="small soft reading">{definition}</p>
    <p className="row-s small no-print">
      <a href={paths.reportFile(code, `${key}.csv`, withQuery)}>
        CSV<span className="hidden-visually"> of “{question}”</span>
      </a>
      <a href={paths.reportFile(code, `${key}.xlsx`, withQuery)}>
        XLSX<span className="hidden-visually"> of “{question}”</span>
      </a>
      <span className="quiet">Files hide small numbers.</span>
    </p>
  </div>
);

export const tableOf = (sides: Props['sides']): ReportTable => {
  const [first, second] = sides;
  return second ? besideEachOther([first.report, second.report], [first.name, second.name]) : first.report;
};

const Answer = ({ side: { name, report }, named }: { side: Side; named: boolean }) => (
  <div className="stack-s">
    {named ? <h3>{name}</h3> : null}
    <p className="lead">{report.answer(report.rows)}</p>
    <Chart report={report} />
  </div>
);

const oneDigit = (value: number): string => value.toFixed(1);

const changesOf = (rows: Report['rows']): Change[] =>
  rows.flatMap(({ key, label, figures: [before = null, after = null] }) =>
    before === null || after === null ? [] : [{ key, label, before, after }],
  );

function Chart({ report }: { report: Report }) {
  const { rows, columns, chart } = report;
  if (rows.every(({ figures }) => figures.every((figure) => (figure ?? 0) === 0))) return null;
  if (chart === 'map') return <TileMap rows={rows} />;
  if (chart === 'change')
    return (
      <ChangeChart
        changes={changesOf(rows)}
        title={report.answer(rows)}
        before="Before"
        after="After"
        format={oneDigit}
      />
    );
  return (
    <>
      {columns.length > 1 ? (
        <p className="small legend-row" aria-hidden="true">
          {columns.map((column, at) => (
            <span key={column} className={at === 0 ? 'key mentor' : 'key mentee'}>
              {column}
            </span>
          ))}
        </p>
      ) : null}
      <Bars rows={rows} columns={columns} />
    </>
  );
}

type TableProps = { question: string; table: ReportTable; blank: string };

function Table({ question, table, blank }: TableProps) {
  const rows = table.rows.length > 20 ? worthALine(table) : table.rows;
  if (rows.length === 0) return <p className="soft">Nothing to list.</p>;
  return (
    <div className="table-wrap">
      <table className="table">
        <caption className="hidden-visually">{question}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-visually">What</span>
            </th>
            {table.columns.map((column) => (
              <th scope="col" key={column} className="number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, figures }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {figures.map((figure, at) => (
                <td key={table.columns[at]} className="number">
                  {figure ?? <span className="quiet">{blank}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
