import { redirect } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { findNextToReview } from '@/features/applications/inbox/queries';
import { readFilter, searchOf, writeFilter } from '@/features/applications/inbox/schema';
import { powersOf, viewerOf } from '@/features/reviews/queries';
import { paths } from '@/lib/paths';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Leads to the application with the fewest reviews that waits for the viewer, other than the one they come from. */
export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const search = searchOf(await searchParams);
  const { user, cycle, now } = await pageCycle(code, 'review.write', paths.inbox(code));
  const filter = readFilter(search, true);
  const viewer = viewerOf(user, powersOf(user, cycle, now));
  const next = await findNextToReview(cycle.id, viewer, filter, search.get('from') ?? '');
  redirect(
    next
      ? paths.application(cycle.code, next, writeFilter(filter))
      : paths.inbox(cycle.code, `${writeFilter(filter)}&saved=none_left`),
  );
}
