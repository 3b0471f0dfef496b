import { pageProgram } from '@/auth/guard';
import { ProgramForm } from '@/features/programs/settings/components/program-form';
import { getProgramSettings } from '@/features/programs/settings/queries';
import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ done?: string }> };

export const metadata = { title: 'Public page' };

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  const { program } = await pageProgram(slug, 'program.edit', paths.programWords(slug));
  const settings = await getProgramSettings(program.id);
  const { done } = await searchParams;
  return (
    <div className="stack-l">
      {done === 'saved' ? <Done>The page is saved. Visitors see it from now on.</Done> : null}
      <header className="stack-s">
        <h1>Public page</h1>
        <p className="soft reading">
          What {program.name} says of itself, in every cycle.{' '}
          <a href={paths.program(program.slug)}>Look at the public page</a>. Dates come from the cycle, and who can take
          part from its rules.
        </p>
      </header>
      <ProgramForm key={settings.version} slug={program.slug} programId={program.id} settings={settings} />
    </div>
  );
}
