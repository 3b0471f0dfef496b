import { pageCycle } from '@/auth/guard';
import { searchOf } from '@/features/applications/inbox/schema';
import { FoundList } from '@/features/finder/components/found-list';
import { find } from '@/features/finder/queries';
import { wordsIn } from '@/features/finder/schema';
import { paths } from '@/lib/paths';
import { EmptyState } from '@/ui/static/notice';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: 'Find' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const q = wordsIn(searchOf(await searchParams).get('q'));
  const { user, cycle, now } = await pageCycle(code, 'cycle.view', paths.find(code));
  const found = await find(user, cycle, q, now);
  return (
    <div className="stack reading">
      <h1>Find</h1>
      <form className="filters" method="get" action={paths.find(cycle.code)} aria-label="Find">
        <div className="field">
          <label className="label" htmlFor="q">
            A person, a reference or a page
          </label>
          <input className="input" id="q" name="q" type="search" maxLength={80} defaultValue={q} />
        </div>
        <button className="button primary" type="submit">
          Find
        </button>
      </form>
      {found.length === 0 ? (
        <EmptyState heading="Nothing found">
          <p>Nothing that is open to you has these words in its name or reference. Answers are never searched.</p>
        </EmptyState>
      ) : (
        <FoundList found={found} />
      )}
    </div>
  );
}
