import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { LETTER_KINDS } from '@/domain/letters/defaults';
import { TemplatePage } from '@/features/announcements/templates/components/template-page';
import { readAsked } from '@/features/announcements/templates/schema';
import { paths } from '@/lib/paths';

type Search = { saved?: string; language?: string; from?: string };
type Props = { params: Promise<{ code: string; kind: string }>; searchParams: Promise<Search> };

export const metadata = { title: 'Letter template' };

export default async function Page({ params, searchParams }: Props) {
  const { code, kind: asked } = await params;
  const kind = LETTER_KINDS.find((known) => known === asked);
  const { user, cycle, now } = await pageCycle(code, 'announcement.view', paths.template(code, asked));
  if (!kind) notFound();
  const search = await searchParams;
  return (
    <TemplatePage
      user={user}
      cycle={cycle}
      asked={{ kind, ...readAsked(search, cycle.program.languages) }}
      now={now}
      saved={search.saved === 'template'}
    />
  );
}
