import type { ReactNode } from 'react';
import type { PairAct } from '@/domain/pair-next';
import { paths } from '@/lib/paths';
import { formatInstant } from '@/lib/words/dates';
import { say, type Key } from '@/lib/words/say';
import { Notice } from '@/ui/static/notice';
import type { Pair } from '../../queries';
import { nameOf } from './pair-frame';

type Props = { pair: Pair; act: PairAct; checkIn: string | null };

const Go = ({ href, children }: { href: string; children: ReactNode }) => (
  <p>
    <a className="button primary" href={href}>
      {children}
    </a>
  </p>
);

/** The yes that a match waits for, and the no that needs no reason. */
function Answer({ pair }: { pair: Pair }) {
  const { answerBy, cycle, partner } = pair;
  return (
    <div className="stack-s">
      {answerBy ? <p>{say('match.pleaseAnswerBy', { until: formatInstant(answerBy, cycle.timeZone) })}</p> : null}
      <form method="post" action={paths.pairAnswer(nameOf(pair))}>
        <input type="hidden" name="answer" value="yes" />
        <button className="button primary" type="submit">
          {say('match.yesIWillWorkWith', { name: partner.name })}
        </button>
      </form>
      <details>
        <summary>{say('match.iCannot')}</summary>
        <form method="post" action={paths.pairAnswer(nameOf(pair))} className="stack-s">
          <input type="hidden" name="answer" value="no" />
          <p>{say('match.youNeedGiveNoneRead')}</p>
          <button className="button" type="submit">
            {say('match.iCannotBePartOf')}
          </button>
        </form>
      </details>
    </div>
  );
}

/** What the act's button says, and where it leads; the others need none. */
const BUTTONS = {
  check_in: { word: 'pair.nextCheckInButton', to: (name, checkIn) => paths.pairCheckIn(name, checkIn) },
  assess: { word: 'closing.go', to: (name) => paths.pairClosing(name) },
  agree: { word: 'pair.agreeOnThis', to: (name) => paths.pairAgreement(name) },
  set_goal: { word: 'pair.setFirstGoal', to: (name) => paths.pairGoal(name, 'new') },
  log: { word: 'pair.writeMeeting', to: (name) => paths.pairMeetings(name) },
} as const satisfies Partial<Record<PairAct, { word: Key; to: (name: string, checkIn: string) => string }>>;

const isButton = (act: PairAct): act is keyof typeof BUTTONS => act in BUTTONS;

function bodyOf({ pair, act, checkIn }: Props): ReactNode {
  if (act === 'answer') return <Answer pair={pair} />;
  if (!isButton(act)) return null;
  const { word, to } = BUTTONS[act];
  return <Go href={to(nameOf(pair), checkIn ?? '')}>{say(word)}</Go>;
}

/** The one thing to do next, first on the page. */
export function NextThing(props: Props) {
  const { pair, act } = props;
  if (act === 'wait' && pair.phase === 'paused') return null;
  return (
    <Notice tone="info" heading={say('pair.next')}>
      <p>{say(`pair.next_${act}`, { name: pair.partner.name })}</p>
      {bodyOf(props)}
    </Notice>
  );
}
