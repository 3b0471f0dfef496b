import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { HelpedPage } from '@/features/applications/helping/components/helped-page';
import { findHelpDetails, findHelped } from '@/features/applications/helping/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Help with an application' };

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<{ done?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const { code, id } = await params;
  const { user, cycle, now } = await pageCycle(code, 'people.view', paths.helped(code, id));
  const helped = await findHelped(cycle.id, id);
  const subject = { programId: cycle.programId, personId: helped?.personId ?? null };
  if (!helped || helped.email === user.email || !may(user, 'application.help', subject, now)) notFound();
  const { done = '' } = await searchParams;
  return (
    <HelpedPage cycle={cycle} helped={helped} details={await findHelpDetails(helped)} done={String(done)} now={now} />
  );
}
