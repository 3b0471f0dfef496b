import { formatInstant } from '@/domain/dates';
import type { Act } from '@/domain/next-act';
import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';
import type { CycleHome } from '../queries';

const BUTTONS: Record<Act, { text: string; href: (code: string) => string }> = {
  mails: { text: 'See these mails', href: (code) => paths.deliveries(code, '?state=problem') },
  pairs: { text: 'See the pairs', href: (code) => paths.pairsDesk(code, '?show=tasks') },
  confirm: { text: 'See the release', href: paths.release },
  watch: { text: 'See the release', href: paths.release },
  decide: { text: 'Decide on applications', href: (code) => paths.inbox(code, '?state=submitted&mine=all') },
  approve: { text: 'See the plan', href: paths.matching },
  vote: { text: 'Vote', href: paths.matching },
  ballot: { text: 'See the ballot', href: paths.matching },
  match: { text: 'Open the matching', href: paths.matching },
  review: { text: 'Review applications', href: (code) => paths.inbox(code, '?mine=todo') },
  announce: { text: 'Prepare the letters', href: paths.announcement },
};

const ballotPage = (code: string, { number, inMeeting, unvoted }: NonNullable<CycleHome['standing']['ballot']>) =>
  inMeeting ? paths.ballotMeeting(code, number) : paths.ballot(code, number, unvoted > 0 ? '?show=todo' : '');

type Props = {
  next: CycleHome['next'];
  ballot: CycleHome['standing']['ballot'];
  /** Whether all pairs are this person's to see, or only those they look after. */
  allPairs: boolean;
  code: string;
  late: { title: string; at: Date } | null;
  timeZone: string;
};

/** One next step in a sentence, with its button; and whether a date has passed without its act. */
export function NextView({ next, ballot, allPairs, code, late, timeZone }: Props) {
  const button = next.act ? BUTTONS[next.act] : null;
  const isBallot = (next.act === 'vote' || next.act === 'ballot') && ballot !== null;
  const isOwnPairs = next.act === 'pairs' && !allPairs;
  const other = isOwnPairs ? paths.ownPairs(code, '?show=tasks') : button?.href(code);
  const href = isBallot ? ballotPage(code, ballot) : other;
  return (
    <div className="stack-s">
      {late ? (
        <Notice tone="warning" heading="Running late">
          <p>
            {late.title} was planned for {formatInstant(late.at, timeZone)}. The public page says that a new date
            follows.
          </p>
        </Notice>
      ) : null}
      <Notice heading="Your next step">
        <p>{next.sentence}</p>
        {button ? (
          <p>
            <a className="button primary" href={href}>
              {button.text}
            </a>
          </p>
        ) : null}
      </Notice>
    </div>
  );
}
