import { pageCycle } from '@/auth/guard';
import { ProgramForm } from '@/features/programs/settings/components/program-form';
import { getProgramSettings } from '@/features/programs/settings/queries';
import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export const metadata = { title: 'Program page' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { cycle } = await pageCycle(code, 'program.edit', paths.programSettings(code));
  const settings = await getProgramSettings(cycle.programId);
  const { done } = await searchParams;
  return (
    <div className="stack-l">
      {done === 'saved' ? <Done>The page is saved. Visitors see it from now on.</Done> : null}
      <header className="stack-s">
        <h1>Program page</h1>
        <p className="soft reading">
          What {cycle.program.name} says of itself, in every cycle.{' '}
          <a href={paths.program(settings.slug)}>Look at the public page</a>. Dates come from the cycle, and who can
          take part from its rules.
        </p>
      </header>
      <ProgramForm key={settings.version} cycle={cycle.code} cycleId={cycle.id} settings={settings} />
    </div>
  );
}
