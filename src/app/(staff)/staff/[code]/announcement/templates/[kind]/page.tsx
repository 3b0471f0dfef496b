import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { LETTER_KINDS } from '@/domain/letters/defaults';
import { TemplatePage } from '@/features/announcements/components/template-page';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string; kind: string }>; searchParams: Promise<{ saved?: string }> };

export const metadata = { title: 'Letter template' };

export default async function Page({ params, searchParams }: Props) {
  const { code, kind: asked } = await params;
  const kind = LETTER_KINDS.find((known) => known === asked);
  const { user, cycle, now } = await pageCycle(code, 'announcement.view', paths.template(code, asked));
  if (!kind) notFound();
  return (
    <TemplatePage user={user} cycle={cycle} kind={kind} now={now} saved={(await searchParams).saved === 'template'} />
  );
}
