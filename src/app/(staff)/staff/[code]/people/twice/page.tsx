import { pageCycle } from '@/auth/guard';
import { TwinsPage } from '@/features/people/twins/components/twins-page';
import { listTwins } from '@/features/people/twins/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export const metadata = { title: 'The same person twice?' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { cycle } = await pageCycle(code, 'people.join', paths.twins(code));
  const { done = '' } = await searchParams;
  return <TwinsPage cycle={cycle} twins={await listTwins(cycle)} done={String(done)} />;
}
