import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { FormPage } from '@/features/forms/components/form-page';
import { getFormDesk } from '@/features/forms/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export const metadata = { title: 'Application form' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'form.view', paths.form(code));
  const mayEdit = may(user, 'form.edit', { programId: cycle.programId }, now);
  const { done = '' } = await searchParams;
  return <FormPage cycle={cycle} desk={await getFormDesk(cycle)} mayEdit={mayEdit} done={String(done)} now={now} />;
}
