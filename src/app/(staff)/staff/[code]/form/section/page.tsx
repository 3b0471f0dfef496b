import { redirect } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { findSection } from '@/domain/forms/editing';
import { typedTexts } from '@/domain/forms/translating';
import { otherLanguages } from '@/domain/language';
import { SectionForm } from '@/features/forms/components/section-form';
import { getFormDesk } from '@/features/forms/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ key?: string }> };

export const metadata = { title: 'Section' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { cycle } = await pageCycle(code, 'form.edit', paths.form(code));
  const { key = '' } = await searchParams;
  const { inWork } = await getFormDesk(cycle);
  if (!inWork) redirect(paths.form(code));
  const found = findSection(inWork.form, String(key));
  const section = {
    key: found?.key ?? '',
    title: found?.title ?? '',
    minutes: found?.minutes ?? 2,
    intro: found?.intro ?? '',
    roles: found?.roles?.length === 1 ? (found.roles[0] ?? 'both') : 'both',
  };
  return (
    <div className="stack-l">
      <header>
        <p className="crumbs">
          <a href={paths.form(code)}>Form</a>
        </p>
        <h1>{found ? `Edit “${found.title}”` : 'Add a section'}</h1>
      </header>
      <SectionForm
        edit={{ cycle: cycle.code, cycleId: cycle.id, version: inWork.version }}
        section={section}
        languages={otherLanguages(cycle.program.languages)}
        translated={typedTexts({ title: section.title, intro: section.intro }, found?.translations)}
      />
    </div>
  );
}
