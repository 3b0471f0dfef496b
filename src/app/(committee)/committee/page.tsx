import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pageUser } from '@/auth/guard';
import { CycleList } from '@/features/cycles/components/cycle-list';
import { listCycles } from '@/features/cycles/queries';
import { findContactOf } from '@/features/people/queries';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { Shell } from '@/ui/staff/shell';

export const metadata: Metadata = { title: 'Your cycles' };

export default async function Page() {
  const now = clock.now();
  const user = await pageUser(paths.committee(), now);
  const cycles = await listCycles(user, now);
  const [only] = cycles;
  if (only && cycles.length === 1) redirect(paths.cycleHome(only.code));
  return (
    <Shell name={user.name} contact={await findContactOf(user.grants.map(({ programId }) => programId))}>
      <div className="stack-l">
        <h1>Your cycles</h1>
        <CycleList cycles={cycles} now={now} />
      </div>
    </Shell>
  );
}
