import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { ConcernsPage } from '@/features/pairs/concerns/components/concerns-page';
import { listConcerns } from '@/features/pairs/concerns/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export const metadata: Metadata = { title: 'Concerns' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'concern.read', paths.concerns(code));
  const concerns = await listConcerns(cycle, user);
  return <ConcernsPage cycle={cycle} concerns={concerns} done={String((await searchParams).done ?? '')} now={now} />;
}
