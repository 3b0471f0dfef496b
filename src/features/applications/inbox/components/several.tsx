import type { ReactNode } from 'react';
import { BULK_LABELS, BULK_MOVES } from '@/domain/bulk';
import { paths } from '@/lib/paths';
import { writeFilter, type InboxFilter } from '../schema';

type Props = {
  code: string;
  filter: InboxFilter;
  total: number;
  decides: boolean;
  reviews: boolean;
  children: ReactNode;
};

/** The list as a form: what to do with the ticked rows, or with all of the filter. It leads to a preview, and changes nothing. */
export function Several({ code, filter, total, decides, reviews, children }: Props) {
  const moves = BULK_MOVES.filter((move) => (move === 'discuss' ? reviews : decides));
  if (moves.length === 0) return children;
  return (
    <form method="get" action={paths.together(code)} className="stack" aria-label="Several applications at once">
      {[...new URLSearchParams(writeFilter(filter))].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="several">
        <div className="field">
          <label className="label small" htmlFor="several-move">
            Several at once
          </label>
          <select className="select" id="several-move" name="move">
            {moves.map((move) => (
              <option key={move} value={move}>
                {BULK_LABELS[move]}
              </option>
            ))}
          </select>
        </div>
        <button className="button" type="submit" name="of" value="ticked">
          Look at the ticked ones
        </button>
        <button className="button" type="submit" name="of" value="all">
          {total === 1
            ? 'Look at this one'
            : `Look at all ${new Intl.NumberFormat('en-US').format(total)} of this filter`}
        </button>
        <a href={paths.together(code, '/done')}>Done so far, and undo</a>
      </div>
    </form>
  );
}
