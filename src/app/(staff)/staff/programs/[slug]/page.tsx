import { pageProgram } from '@/auth/guard';
import { CycleList } from '@/features/cycles/components/cycle-list';
import { listCycles } from '@/features/cycles/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ slug: string }> };

export const metadata = { title: 'Program' };

export default async function Page({ params }: Props) {
  const { slug } = await params;
  const { user, program, now } = await pageProgram(slug, 'cycle.set_up', paths.programDesk(slug));
  const cycles = (await listCycles(user, now)).filter((cycle) => cycle.programId === program.id);
  return (
    <div className="stack-l">
      <div className="row">
        <h1>Cycles</h1>
        <a className="button primary" href={paths.newCycle(program.slug)}>
          Set up a cycle
        </a>
      </div>
      {cycles.length > 0 ? (
        <CycleList cycles={cycles} now={now} />
      ) : (
        <p className="reading">
          No cycle yet. The public page says that the program is paused, and takes addresses of people who want to hear
          when it opens.
        </p>
      )}
    </div>
  );
}
