import type { GuardedCycle } from '@/auth/guard';
import type { Report } from '@/domain/reports/report';
import { SMALLEST_SHARED } from '@/domain/statistics';
import { paths } from '@/lib/paths';
import { FilterSelect, Tabs } from '@/ui/staff/parts';
import type { Comparable } from '../queries';
import { writeAsked, type Asked } from '../schema';
import { ReportCard } from './report-card';

type Props = {
  cycle: GuardedCycle;
  asked: Asked;
  reports: readonly Report[];
  other: { cycle: Comparable; reports: readonly Report[] } | null;
  comparable: readonly Comparable[];
};

/** Eight questions about a cycle, alone or beside another. */
export function ReportsPage({ cycle, asked, reports, other, comparable }: Props) {
  const href = (over: Partial<Asked>) => paths.reports(cycle.code, writeAsked({ ...asked, ...over }));
  const withQuery = other ? `?with=${other.cycle.code}` : '';
  return (
    <div className="stack-l">
      <header className="stack-s">
        <h1>Reports</h1>
        <p className="soft reading">
          {asked.as === 'exact'
            ? 'Exact numbers, for those who run the program. Whoever is closed to you is not counted.'
            : `As it may be handed on: numbers under ${SMALLEST_SHARED} are hidden, and others that would tell them.`}
        </p>
        <Tabs
          label="Which numbers"
          tabs={[
            { href: href({ as: 'exact' }), text: 'Exact', current: asked.as === 'exact' },
            { href: href({ as: 'shared' }), text: 'To hand on', current: asked.as === 'shared' },
          ]}
        />
        {comparable.length > 0 ? (
          <form className="filters no-print" method="get" action={paths.reports(cycle.code)} aria-label="Compare">
            {asked.as === 'shared' ? <input type="hidden" name="as" value="shared" /> : null}
            <FilterSelect
              name="with"
              label="Beside another cycle"
              value={other?.cycle.code ?? ''}
              options={[
                { value: '', label: 'None' },
                ...comparable.map(({ code, name }) => ({ value: code, label: name })),
              ]}
            />
            <button className="button" type="submit">
              Compare
            </button>
          </form>
        ) : null}
      </header>
      {reports.map((report) => {
        const beside = other?.reports.find(({ key }) => key === report.key);
        const first = { name: cycle.name, report };
        const sides =
          beside && other ? ([first, { name: other.cycle.name, report: beside }] as const) : ([first] as const);
        const blank = asked.as === 'shared' ? 'hidden' : '–';
        return <ReportCard key={report.key} code={cycle.code} sides={sides} withQuery={withQuery} blank={blank} />;
      })}
    </div>
  );
}
