import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { AskingPage } from '@/features/pairs/proposals/components/asking-page';
import { listAsking } from '@/features/pairs/proposals/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Ask mentors first' };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'announcement.view', paths.askMentors(code));
  const { programId } = cycle;
  const asks = cycle.confirmation === 'ask_mentors_first';
  const rights = {
    ask: may(user, 'release.request', { programId }, now),
    tell: may(user, 'application.help', { programId, personId: null }, now),
  };
  const { done = '' } = await searchParams;
  return (
    <AskingPage
      cycle={cycle}
      asking={asks ? await listAsking(cycle.id, user) : null}
      may={rights}
      done={String(done)}
      now={now}
    />
  );
}
