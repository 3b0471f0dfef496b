import { pageCycle } from '@/auth/guard';
import { AcceptSeveral } from '@/features/reviews/bulk/components/accept-several';
import { listUndecided } from '@/features/reviews/bulk/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }> };

export const metadata = { title: 'Accept several applications' };

export default async function Page({ params }: Props) {
  const { code } = await params;
  const { user, cycle } = await pageCycle(code, 'decision.stage', paths.acceptSeveral(code));
  const rows = await listUndecided(cycle.id, user);
  return (
    <div className="stack-l reading">
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.inbox(cycle.code)}>Applications</a>
        </p>
        <h1>Accept several applications</h1>
        <p className="soft">
          Each decision is staged: nothing is mailed, and each can be taken back until the release.
        </p>
      </header>
      <AcceptSeveral code={cycle.code} cycleId={cycle.id} rows={rows} />
    </div>
  );
}
