import { ACTIVITY_GROUPS, type ActivityGroup } from '@/domain/activities';

export type ActivityFilter = { words: string; group: ActivityGroup | null };

/** What somebody looks for, as the address says it; what is no group is none. */
export function readActivityFilter(search: URLSearchParams): ActivityFilter {
  const words = (search.get('q') ?? '').trim().slice(0, 100);
  return { words, group: ACTIVITY_GROUPS.find((one) => one === search.get('group')) ?? null };
}
