import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pageUser } from '@/auth/guard';
import { CycleList } from '@/features/cycles/components/cycle-list';
import { cycleAtWork, listCycles } from '@/features/cycles/queries';
import { ProgramDesks } from '@/features/programs/desk/components/program-desks';
import { listDesks } from '@/features/programs/desk/queries';
import { ConcernCycles } from '@/features/pairs/concerns/components/concern-cycles';
import { listConcernCycles } from '@/features/pairs/concerns/queries';
import { FundingCycles } from '@/features/funding/components/funding-cycles';
import { listFundingCycles } from '@/features/funding/queries';
import { findOwnContact } from '@/features/people/queries';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { Shell } from '@/ui/staff/shell';

export const metadata: Metadata = { title: 'Your cycles' };

type Props = { searchParams: Promise<{ all?: string }> };

/**
 * The first page after sign-in: the home of the cycle the committee is at work on, for funding reviewers its requests, for
 * officers its concerns; the list when asked for.
 */
export default async function Page({ searchParams }: Props) {
  const now = clock.now();
  const user = await pageUser(paths.committee(), now);
  const cycles = await listCycles(user, now);
  const funding = await listFundingCycles(user, now);
  const concerns = await listConcernCycles(user, now);
  const desks = await listDesks(user, now);
  if (!(await searchParams).all) {
    const first = cycleAtWork(cycles);
    if (first) redirect(paths.cycleHome(first.code));
    if (funding[0]) redirect(paths.funding(funding[0].code));
    if (concerns[0]) redirect(paths.concerns(concerns[0].code));
  }
  return (
    <Shell name={user.name} contact={await findOwnContact(now)}>
      <div className="stack-l">
        <h1>Your cycles</h1>
        {cycles.length > 0 || funding.length + concerns.length + desks.length === 0 ? (
          <CycleList cycles={cycles} now={now} />
        ) : null}
        <FundingCycles cycles={funding} />
        <ConcernCycles cycles={concerns} />
        <ProgramDesks desks={desks} />
      </div>
    </Shell>
  );
}
