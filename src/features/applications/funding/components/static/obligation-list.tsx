import { endOfDay } from '@/lib/days';
import { formatDay } from '@/lib/words/dates';
import { say } from '@/lib/words/say';

type Props = { obligations: readonly { title: string; dueOn: string }[]; timeZone: string };

/** What is promised in return, each with its day. */
export const ObligationList = ({ obligations, timeZone }: Props) => (
  <ul className="bullets">
    {obligations.map(({ title, dueOn }) => (
      <li key={`${dueOn} ${title}`}>
        {say('funding.obligationBy', { title, day: formatDay(endOfDay(dueOn, timeZone), timeZone) })}
      </li>
    ))}
  </ul>
);
