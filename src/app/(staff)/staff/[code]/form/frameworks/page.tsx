import { pageCycle } from '@/auth/guard';
import { FrameworksPage } from '@/features/forms/frameworks/components/frameworks-page';
import { listFrameworks } from '@/features/forms/frameworks/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export const metadata = { title: 'Competency frameworks' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { cycle } = await pageCycle(code, 'form.edit', paths.frameworks(code));
  const { done = '' } = await searchParams;
  return <FrameworksPage cycle={cycle} frameworks={await listFrameworks(cycle.organizationId)} done={String(done)} />;
}
