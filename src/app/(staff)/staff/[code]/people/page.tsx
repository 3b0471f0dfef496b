import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { DeskPage } from '@/features/applications/desk/components/desk-page';
import { listDesk } from '@/features/applications/desk/queries';
import { readDeskFilter } from '@/features/applications/desk/schema';
import { listTwins } from '@/features/people/twins/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'People' };

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'people.view', paths.people(code));
  const filter = readDeskFilter(await searchParams);
  const [desk, twins] = await Promise.all([listDesk(cycle, user, filter), listTwins(cycle)]);
  return <DeskPage cycle={cycle} desk={desk} filter={filter} twins={twins.length} now={now} />;
}
