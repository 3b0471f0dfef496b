import { pageCycle } from '@/auth/guard';
import { PapersPage } from '@/features/closing/papers/components/papers-page';
import { listPapersFor } from '@/features/closing/papers/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }> };

export const metadata = { title: 'Certificates and letters of service' };

export default async function Page({ params }: Props) {
  const { code } = await params;
  const { user, cycle } = await pageCycle(code, 'closing.view', paths.closingPapers(code));
  return <PapersPage cycle={cycle} holders={await listPapersFor(cycle.id, user)} />;
}
