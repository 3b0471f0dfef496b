import { pageCycle } from '@/auth/guard';
import { MoveDaysForm } from '@/features/cycles/setting-up/components/move-days-form';
import { ReadinessView } from '@/features/cycles/setting-up/components/readiness-view';
import { getCycleDays, listReadiness } from '@/features/cycles/setting-up/queries';
import { zoneName } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export const metadata = { title: 'Days of the cycle' };

const DONE: Record<string, string> = {
  made: 'The cycle is there. Its form, letters and weights are copies of their own: change them as you like.',
  moved: 'The days are moved. Every page says the new ones.',
  told: 'The days are moved, and everybody who applied is being written to.',
};

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { cycle, now } = await pageCycle(code, 'cycle.set_up', paths.cycleDays(code));
  const set = await getCycleDays(cycle.id, now);
  const said = DONE[String((await searchParams).done)];
  return (
    <div className="stack-l">
      {said ? <Done>{said}</Done> : null}
      <header className="stack-s">
        <h1>Days of {cycle.name}</h1>
        <p className="soft reading">
          In {zoneName(now, cycle.timeZone)} time. Things open at 9 a.m. of their day and end at 11:59 p.m.; a day that
          you leave keeps its hour.
        </p>
      </header>
      <div className="two">
        <MoveDaysForm key={set.version} cycle={cycle.code} cycleId={cycle.id} set={set} />
        <ReadinessView
          ready={await listReadiness(cycle.id, now)}
          opened={set.opened}
          code={cycle.code}
          slug={cycle.program.slug}
        />
      </div>
    </div>
  );
}
