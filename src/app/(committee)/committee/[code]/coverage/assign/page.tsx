import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { AssignPage } from '@/features/reviews/assigning/components/assign-page';
import { loadExpertise, loadReading, proposeReading } from '@/features/reviews/assigning/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Assign evenly' };

type Search = { chosen?: string; who?: string | string[]; anew?: string };
type Props = { params: Promise<{ code: string }>; searchParams: Promise<Search> };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'review.arrange', paths.assign(code));
  const { chosen, who: typed = [], anew } = await searchParams;
  const reading = await loadExpertise(cycle, await loadReading(cycle, user, now));
  const members = reading.members.filter(({ inForce }) => inForce);
  const who = members
    .filter(({ id, reads }) => (chosen === 'yes' ? [typed].flat().includes(id) : reads))
    .map(({ id }) => id);
  const wish = { who, anew: anew === 'yes' };
  return (
    <AssignPage cycle={cycle} reading={reading} proposal={proposeReading(reading, wish)} who={who} anew={wish.anew} />
  );
}
