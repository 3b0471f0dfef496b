import { pageCycle } from '@/auth/guard';
import { QuotesPage } from '@/features/closing/quotes/components/quotes-page';
import { listQuotes } from '@/features/closing/quotes/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }> };

export const metadata = { title: 'Quotes' };

export default async function Page({ params }: Props) {
  const { code } = await params;
  const { user, cycle } = await pageCycle(code, 'closing.view', paths.closingQuotes(code));
  return <QuotesPage cycle={cycle} quotes={await listQuotes(cycle.id, user)} />;
}
