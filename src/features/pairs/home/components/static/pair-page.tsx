import type { DatedCheckIn } from '@/domain/check-in';
import { isWritable } from '@/domain/pair';
import type { PairAct } from '@/domain/pair-next';
import { formatDay } from '@/lib/words/dates';
import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { DateSlip } from '@/ui/static/date-slip';
import { Notice } from '@/ui/static/notice';
import { Reference, RoleTag } from '@/ui/static/shapes';
import type { PairDate } from '@/lib/words/pair-dates';
import type { OwnEvent } from '@/features/events/queries';
import type { Pair } from '../../queries';
import { CheckInsView } from '../../../check-ins/components/static/check-ins-view';
import { PapersView } from './papers-view';
import { ClosingView } from './closing-view';
import { AgreementView } from './agreement-view';
import { EventsView } from './events-view';
import { GoalsView } from './goals-view';
import { LogView } from './log-view';
import { NextThing } from './next-thing';
import { nameOf, PairFrame } from './pair-frame';
import { PartnerCard } from './partner-card';

type Props = {
  pair: Pair;
  act: PairAct;
  /** The check-in that waits, by its key. */
  checkIn: string | null;
  /** The check-ins whose day has come. */
  asked: readonly DatedCheckIn[];
  /** Whether reminders come by mail. */
  reminded: boolean;
  /** Whether the closing questions are open. */
  closing: boolean;
  dates: readonly PairDate[];
  events: readonly OwnEvent[];
  now: Date;
  said: string;
};

function Standing({ pair }: { pair: Pair }) {
  const { phase, cycle } = pair;
  if (phase === 'paused')
    return (
      <Notice heading={say('pair.onHold')}>
        <p>{say('pair.onHoldMeans', { contact: cycle.program.contactName })}</p>
      </Notice>
    );
  if (phase === 'completed')
    return (
      <Notice tone="good" heading={say('pair.completed')}>
        <p>{say('pair.completedMeans', { day: formatDay(cycle.endsAt, cycle.timeZone) })}</p>
      </Notice>
    );
  return null;
}

/** The way to the library of the program. */
const Activities = ({ pair }: { pair: Pair }) => (
  <section className="stack-s" aria-labelledby="activities">
    <h2 id="activities">{say('library.activities')}</h2>
    <p>
      <a href={paths.pairActivities(nameOf(pair))}>{say('library.activitiesGo')}</a>
    </p>
  </section>
);

/** The way to a pause, an end or a word in confidence. */
const NotRight = ({ pair }: { pair: Pair }) => (
  <section className="stack-s" aria-labelledby="not-right">
    <h2 id="not-right">{say('pair.notRight')}</h2>
    <p>
      <a href={paths.pairHelp(nameOf(pair))}>{say('pair.notRightGo')}</a>
    </p>
  </section>
);

/** The home of a pair: what is next, who the other is, what they agreed on, goals, log and dates. */
export function PairPage(props: Props) {
  const { pair, act, checkIn, asked, reminded, closing, dates, events, said, now } = props;
  const mayWrite = isWritable(pair.phase);
  const begun = pair.phase !== 'waiting';
  return (
    <PairFrame pair={pair} title={say('pair.youAnd', { name: pair.partner.name })} wide>
      <div className="two">
        <div className="stack-l">
          {said ? <Notice tone="good" heading={said} /> : null}
          <div className="stack-s">
            <p className="row-s">
              <RoleTag shape="match">{say('pair.yourPair')}</RoleTag>
              {pair.reference ? <Reference>{pair.reference}</Reference> : null}
            </p>
            <h1>{say('pair.youAnd', { name: pair.partner.name })}</h1>
          </div>
          <Standing pair={pair} />
          <NextThing pair={pair} act={act} checkIn={checkIn} />
          <PartnerCard pair={pair} />
          {begun ? <GoalsView pair={pair} mayWrite={mayWrite} /> : null}
          {begun ? <AgreementView pair={pair} mayWrite={mayWrite} /> : null}
          {begun ? <LogView pair={pair} mayWrite={mayWrite} /> : null}
          <EventsView events={events} now={now} />
          {pair.phase === 'completed' ? <PapersView pair={pair} /> : null}
          <ClosingView pair={pair} open={closing} />
          {mayWrite ? <CheckInsView pair={pair} asked={asked} reminded={reminded} /> : null}
          {begun ? <Activities pair={pair} /> : null}
          {begun ? <NotRight pair={pair} /> : null}
        </div>
        <DateSlip heading={say('pair.dates')} lines={dates}>
          <a href={paths.pairCalendar(nameOf(pair))}>{say('pair.addToCalendar')}</a>
        </DateSlip>
      </div>
    </PairFrame>
  );
}

/** For whoever follows a link to a pair that is none any more: kind, and without a reason. */
export const PairOverPage = ({ pair, closing }: { pair: Pair; closing: boolean }) => (
  <PairFrame pair={pair} title={say('pair.over')}>
    <div className="stack">
      <h1>{say('pair.over')}</h1>
      <p>{say('pair.overMeans')}</p>
      <p>{say('pair.overContact', { contact: pair.cycle.program.contactName })}</p>
      {closing ? <ClosingView pair={pair} open /> : null}
      {pair.state === 'ended_early' ? (
        <p>
          <a href={paths.pairConcern(nameOf(pair))}>{say('pair.concernGo')}</a>
        </p>
      ) : null}
      <p>
        <a href={paths.status()}>{say('status.myApplications')}</a>
      </p>
    </div>
  </PairFrame>
);
