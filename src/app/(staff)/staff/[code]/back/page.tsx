import { pageCycle } from '@/auth/guard';
import { BackPage } from '@/features/people/asking-back/components/back-page';
import { listFormer } from '@/features/people/asking-back/queries';
import { askedSchema } from '@/features/people/asking-back/schema';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ asked?: string }> };

export const metadata = { title: 'Ask people back' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'people.ask_back', paths.askBack(code));
  const { asked } = await searchParams;
  return (
    <BackPage
      cycle={cycle}
      former={await listFormer(cycle, user.closed)}
      asked={askedSchema.parse(asked ?? '')}
      now={now}
    />
  );
}
