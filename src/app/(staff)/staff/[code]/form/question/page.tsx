import { notFound, redirect } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { QuestionPage } from '@/features/forms/components/question-page';
import { getFormDesk } from '@/features/forms/queries';
import { listFrameworks } from '@/features/forms/frameworks/queries';
import { paths } from '@/lib/paths';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ name?: string; section?: string; type?: string }>;
};

export const metadata = { title: 'Question' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { cycle } = await pageCycle(code, 'form.edit', paths.form(code));
  const { name = '', section = '', type = '' } = await searchParams;
  const { inWork } = await getFormDesk(cycle);
  if (!inWork) redirect(paths.form(code));
  const edit = { cycle: cycle.code, cycleId: cycle.id, version: inWork.version };
  const asked = { name: String(name), section: String(section), type: String(type) };
  const frameworks = await listFrameworks(cycle.organizationId);
  const { languages } = cycle.program;
  const page = QuestionPage({ code, form: inWork.form, edit, asked, frameworks, languages });
  if (!page) notFound();
  return page;
}
