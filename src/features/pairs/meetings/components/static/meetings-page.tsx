import { MODES } from '@/domain/mentoring';
import { hoursOf } from '@/domain/pair';
import { paths } from '@/lib/paths';
import { formatDay } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { RadioGroup } from '@/ui/static/choices';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { TextInput } from '@/ui/static/inputs';
import { Notice } from '@/ui/static/notice';
import { modeOf } from '../../../home/components/static/log-view';
import { NotSaved } from '../../../home/components/static/not-saved';
import { BackToPair, nameOf, PairFrame } from '../../../home/components/static/pair-frame';
import type { Pair } from '../../../home/queries';
import type { MeetingTyped } from '../../schema';

export type MeetingsPageProps = {
  pair: Pair;
  mayWrite: boolean;
  typed: MeetingTyped;
  problems?: Problems;
  refused?: string;
  said?: string;
};

const MeetingForm = ({ pair, typed, problems }: { pair: Pair; typed: MeetingTyped; problems: Problems }) => (
  <form method="post" action={paths.pairMeetings(nameOf(pair))} noValidate>
    <TextInput
      name="day"
      type="date"
      label={say('pair.day')}
      required
      className="input short"
      value={typed.day}
      problem={problems.day}
    />
    <RadioGroup
      name="mode"
      label={say('pair.how')}
      required
      value={typed.mode}
      options={MODES.map(({ value, label }) => ({ value, label: worded(label) }))}
      problem={problems.mode}
    />
    <TextInput
      name="minutes"
      label={say('pair.minutes')}
      hint={say('pair.minutesHint')}
      required
      inputMode="numeric"
      className="input short"
      value={typed.minutes}
      problem={problems.minutes}
    />
    <div className="actions">
      <button className="button primary" type="submit">
        {say('pair.saveMeeting')}
      </button>
    </div>
  </form>
);

/** A line may be taken back by whoever wrote it. */
function Line({ pair, meeting, mayWrite }: { pair: Pair; meeting: Pair['meetings'][number]; mayWrite: boolean }) {
  const day = formatDay(meeting.day, 'UTC');
  const mine = meeting.writtenBy === pair.side;
  return (
    <li className="row-s">
      <span>
        {say('pair.meetingLine', { day, mode: modeOf(meeting.mode), minutes: meeting.minutes })}{' '}
        <span className="small soft">
          {say('pair.writtenBy', { who: mine ? 'me' : 'partner', name: pair.partner.name })}
        </span>
      </span>
      {mine && mayWrite ? (
        <form method="post" action={paths.pairMeetings(nameOf(pair))}>
          <input type="hidden" name="step" value="back" />
          <input type="hidden" name="meeting" value={meeting.id} />
          <button className="button quiet" type="submit">
            {say('pair.takeBack')}
            <span className="hidden-visually"> {day}</span>
          </button>
        </form>
      ) : null}
    </li>
  );
}

/** Days, ways and minutes; never what was spoken of. */
export function MeetingsPage({ pair, mayWrite, typed, problems = {}, refused = '', said = '' }: MeetingsPageProps) {
  return (
    <PairFrame pair={pair} title={titleWith(say('pair.log'), problems)}>
      <ErrorSummary problems={problems} />
      {said ? <Notice tone="good" heading={said} /> : null}
      <div className="stack-s">
        <BackToPair pair={pair} />
        <h1>{say('pair.log')}</h1>
        <p className="soft">{say('pair.logHint')}</p>
      </div>
      <NotSaved words={refused} />
      {mayWrite ? <MeetingForm pair={pair} typed={typed} problems={problems} /> : null}
      <section className="stack-s" aria-labelledby="lines">
        <h2 id="lines">{say('pair.soFar')}</h2>
        <p>
          {pair.meetings.length > 0
            ? say('pair.metSoFar', { times: pair.meetings.length, ...hoursOf(pair.minutes) })
            : say('pair.nothingLogged')}
        </p>
        <ul className="plain stack-s">
          {pair.meetings.map((meeting) => (
            <Line key={meeting.id} pair={pair} meeting={meeting} mayWrite={mayWrite} />
          ))}
        </ul>
      </section>
    </PairFrame>
  );
}
