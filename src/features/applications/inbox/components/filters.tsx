import { STATE_LABELS } from '@/domain/application';
import { paths } from '@/lib/paths';
import { FilterSelect } from '@/ui/staff/parts';
import type { InboxCounts } from '../counting/queries';
import { INBOX_STATES, type InboxFilter } from '../schema';

type Props = { code: string; filter: InboxFilter; counts: InboxCounts; names: boolean };
type Options = readonly { value: string; label: string }[];

const SORTS: Options = [
  { value: 'fewest', label: 'Fewest reviews first' },
  { value: 'newest', label: 'Newest first' },
  { value: 'name', label: 'Name' },
  { value: 'reference', label: 'Reference' },
];

/** Every choice with how many it would show. */
function optionsOf({ count }: InboxCounts) {
  const one = (label: string, change: Partial<InboxFilter>) => ({
    value: Object.values(change)[0] ?? '',
    label: `${label} (${count(change)})`,
  });
  return {
    role: [one('Both roles', { role: '' }), one('Mentors', { role: 'mentor' }), one('Mentees', { role: 'mentee' })],
    state: [
      one('All but withdrawn', { state: '' }),
      ...INBOX_STATES.map((state) => one(STATE_LABELS[state], { state })),
    ],
    reviews: [
      one('Any number', { reviews: '' }),
      one('None', { reviews: '0' }),
      one('One', { reviews: '1' }),
      one('Two', { reviews: '2' }),
      one('Three or more', { reviews: '3' }),
    ],
    asked: [
      one('Asked or not', { asked: '' }),
      one('Waits for an answer', { asked: 'waiting' }),
      one('Answered', { asked: 'answered' }),
    ],
    later: [one('Any day', { later: '' }), one('Later, by a day', { later: 'yes' }), one('Now', { later: 'no' })],
  } satisfies Record<string, Options>;
}

export function Filters({ code, filter, counts, names }: Props) {
  const options = optionsOf(counts);
  const isRare = Boolean(filter.reviews || filter.asked || filter.later);
  return (
    <form className="filters" method="get" action={paths.inbox(code)} aria-label="Filter applications">
      <input type="hidden" name="mine" value={filter.mine} />
      <FilterSelect name="role" label="Role" value={filter.role} options={options.role} />
      <FilterSelect name="state" label="State" value={filter.state} options={options.state} />
      <FilterSelect
        name="sort"
        label="Order"
        value={filter.sort}
        options={names ? SORTS : SORTS.filter(({ value }) => value !== 'name')}
      />
      <div className="field">
        <label className="label small" htmlFor="filter-q">
          {names ? 'Name or reference' : 'Reference'}
        </label>
        <input className="input" id="filter-q" name="q" type="search" maxLength={80} defaultValue={filter.q} />
      </div>
      <button className="button" type="submit">
        Show
      </button>
      <details className="more" open={isRare}>
        <summary>More filters</summary>
        <div className="row">
          <FilterSelect name="reviews" label="Reviews" value={filter.reviews} options={options.reviews} />
          <FilterSelect name="asked" label="Question" value={filter.asked} options={options.asked} />
          <FilterSelect name="later" label="Decided" value={filter.later} options={options.later} />
        </div>
      </details>
    </form>
  );
}
