import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { BoardPage } from '@/features/closing/board/components/board-page';
import { getOpening, listBoard } from '@/features/closing/board/queries';
import { readRole, readShow } from '@/features/closing/board/schema';
import { listToSettle } from '@/features/closing/settling/queries';
import { paths } from '@/lib/paths';

type Search = { show?: string; role?: string; mails?: string; done?: string };
type Props = { params: Promise<{ code: string }>; searchParams: Promise<Search> };

export const metadata = { title: 'Closing' };

/** What was just done, in a sentence. */
function saidOf({ mails, done }: Search): string {
  const count = /^\d{1,4}$/.exec(String(mails ?? ''))?.[0];
  if (count) return count === '1' ? 'One reminder goes out now.' : `${count} reminders go out now.`;
  return done === 'opening' ? 'The day is set.' : '';
}

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'closing.view', paths.closing(code));
  const search = await searchParams;
  return (
    <BoardPage
      cycle={cycle}
      rows={await listBoard(cycle.id, user)}
      settle={await listToSettle(cycle, user, now)}
      opening={await getOpening(cycle.id)}
      show={readShow(search.show)}
      role={readRole(search.role)}
      runs={may(user, 'closing.run', { programId: cycle.programId, personId: null }, now)}
      said={saidOf(search)}
      now={now}
    />
  );
}
