import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';

const WORDS: Record<string, string> = {
  conflict: 'Closed to you: you see nothing of this person any more. The chair and staff know why.',
  accepted: 'Accepted, and staged: nothing was mailed.',
  export_limit: 'Ten files an hour can be taken out. Wait a little, then try again.',
  none_left: 'Nothing of this filter waits for your review.',
  view: 'Saved. Your views are the links above the list; only you see them.',
  view_deleted: 'The view is deleted.',
  view_start: 'Saved. This is how the applications open for you from now on.',
};

/** What was just saved, after the redirect that followed it. */
export function InboxSaved({ code, saved }: { code: string; saved: string }) {
  if (saved === 'all')
    return (
      <Done>
        Saved. That was the last one of this filter: <a href={paths.inbox(code, '?mine=all')}>show all</a>.
      </Done>
    );
  const words = WORDS[saved];
  return words ? <Done>{words}</Done> : null;
}
