import { pageCycle } from '@/auth/guard';
import { reportsOf } from '@/domain/reports/all';
import { asShared } from '@/domain/reports/report';
import { ReportsPage } from '@/features/reports/components/reports-page';
import { getFacts, listComparable } from '@/features/reports/queries';
import { askedSchema } from '@/features/reports/schema';
import { paths } from '@/lib/paths';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: 'Reports' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'cycle.book', paths.reports(code));
  const asked = askedSchema.parse(await searchParams);
  const comparable = await listComparable(cycle, now);
  const other = comparable.find((one) => one.code === asked.with.toUpperCase());
  const read = async (one: { id: string; formVersion: string }) => {
    const reports = reportsOf(await getFacts(one, user.closed, now));
    return asked.as === 'shared' ? reports.map(asShared) : reports;
  };
  return (
    <ReportsPage
      cycle={cycle}
      asked={{ ...asked, with: other?.code ?? '' }}
      reports={await read(cycle)}
      other={other ? { cycle: other, reports: await read(other) } : null}
      comparable={comparable}
    />
  );
}
