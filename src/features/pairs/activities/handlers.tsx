import { searchActivities } from '@/domain/activities';
import { isWritable } from '@/domain/pair';
import { listShown } from '@/features/library/queries';
import { html } from '@/ui/http';
import { openPairAt } from '../home/handlers';
import { ActivitiesPage } from './components/static/activities-page';
import { readActivityFilter } from './schema';

/** The library of the program, as a pair looks for something to do. */
export async function showActivities(request: Request, name: string): Promise<Response> {
  const pair = await openPairAt(request, name);
  if (pair instanceof Response) return pair;
  const filter = readActivityFilter(new URL(request.url).searchParams);
  const entries = await listShown(pair.cycle.program.id);
  return html(
    <ActivitiesPage
      pair={pair}
      filter={filter}
      found={searchActivities(entries, filter)}
      isEmpty={entries.length === 0}
      mayWrite={isWritable(pair.phase)}
    />,
  );
}
