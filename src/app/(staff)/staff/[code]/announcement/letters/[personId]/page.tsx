import { isClosedTo } from '@/domain/actor';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { LetterPage } from '@/features/announcements/components/letter-page';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string; personId: string }>; searchParams: Promise<{ saved?: string }> };

export const metadata = { title: 'Letter' };

export default async function Page({ params, searchParams }: Props) {
  const { code, personId } = await params;
  const { user, cycle, now } = await pageCycle(code, 'announcement.view', paths.letterPreview(code, personId));
  if (!isId(personId) || isClosedTo(user, personId)) notFound();
  return (
    <LetterPage user={user} cycle={cycle} personId={personId} now={now} saved={(await searchParams).saved ?? ''} />
  );
}
