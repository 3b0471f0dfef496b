import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { ConfidentialityPage } from '@/features/confidentiality/components/confidentiality-page';
import { webEnv } from '@/lib/env';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ asked?: string; agreed?: string }> };

export const metadata = { title: 'Confidentiality' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { asked, agreed } = await searchParams;
  const { user, cycle, now } = await pageCycle(code, 'confidentiality.view', paths.confidentiality(code));
  const said = asked ? 'Asked. Another of you must agree now.' : agreed ? 'Agreed. The person is told by mail.' : '';
  const mayBreak = may(user, 'break_glass.use', { programId: cycle.programId, personId: null }, now);
  return (
    <ConfidentialityPage
      user={user}
      cycle={cycle}
      now={now}
      breakGlass={webEnv().BREAK_GLASS && mayBreak}
      said={said}
    />
  );
}
