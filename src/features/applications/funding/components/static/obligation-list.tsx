import { formatDay } from '@/domain/dates';
import { endOfDay } from '@/lib/end-of-day';

type Props = { obligations: readonly { title: string; dueOn: string }[]; timeZone: string };

/** What is promised in return, each with its day. */
export const ObligationList = ({ obligations, timeZone }: Props) => (
  <ul className="bullets">
    {obligations.map(({ title, dueOn }) => (
      <li key={`${dueOn} ${title}`}>
        {title}, by {formatDay(endOfDay(dueOn, timeZone), timeZone)}
      </li>
    ))}
  </ul>
);
