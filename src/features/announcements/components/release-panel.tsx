import { dayOf, formatInstant, formatTime } from '@/domain/dates';
import { PROBES, type StopReason } from '@/domain/release';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { RefreshEvery } from '@/ui/staff/refresh';
import { Notice } from '@/ui/static/notice';
import type { Probes } from '../probing/queries';
import { Requested, stepFields, Writing, type StandingProps } from './release-before';
import { pauseReleaseAction, probeAgainAction, stopReleaseAction } from '../releases/actions';

/** Where a release stands, and what can be done about it now. */
export function ReleasePanel(props: StandingProps) {
  const { release, timeZone } = props;
  const at = (date: Date | null) => (date ? formatInstant(date, timeZone) : '');
  if (release.state === 'requested') return <Requested {...props} />;
  if (release.state === 'writing') return <Writing {...props} />;
  if (release.state === 'held')
    return props.probes ? <Probing {...props} probes={props.probes} /> : <Held {...props} />;
  if (release.state === 'sending') return <Sending {...props} />;
  if (release.state === 'done')
    return (
      <Notice tone="good" heading={`All ${release.letterCount} letters are settled`}>
        <p>
          Confirmed by {release.confirmedBy}, {at(release.confirmedAt)}. A second press of Send sends nothing.
        </p>
      </Notice>
    );
  return <Stopped {...props} />;
}

const BY_ITSELF: Record<StopReason, string> = {
  person: 'somebody pressed Stop',
  withdrawn: 'somebody withdrew during the hold',
  changed: 'the letters were no longer those that the second person had confirmed',
  not_ready: 'a point of the pre-flight was no longer in order',
};

function Stopped({ code, release: { stopReason, stoppedBy, stoppedAt }, timeZone }: StandingProps) {
  // A restored backup may be older than reasons are, and gives none.
  if (stopReason === null)
    return (
      <Notice tone="warning" heading="Stopped, because a backup was restored">
        <p>
          Which letters went out after the backup was made, nobody here knows: each waits in{' '}
          <a href={paths.deliveries(code)}>the log of letters</a> for you to say. You can ask again.
        </p>
      </Notice>
    );
  return (
    <Notice tone="warning" heading="Stopped before any letter went out">
      <p>
        {stoppedBy ? `${stoppedBy} stopped it` : `It stopped by itself, because ${BY_ITSELF[stopReason]}`}
        {stoppedAt ? `, ${formatInstant(stoppedAt, timeZone)}` : ''}. Nobody was told anything. You can ask again.
      </p>
    </Notice>
  );
}

/** The time alone while it is today. */
const whenShort = (at: Date, { timeZone, now }: { timeZone: string; now: Date }): string =>
  dayOf(at, timeZone) === dayOf(now, timeZone) ? formatTime(at, timeZone) : formatInstant(at, timeZone);

/** How long it is, for a hold of minutes or a moment days ahead. */
const leftWords = (minutes: number): string => {
  if (minutes > 120) return `About ${Math.round(minutes / 60)} hours left.`;
  return minutes > 0
    ? `About ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left.`
    : 'They go out within a minute.';
};

/** Trial letters are on their way to staff, or were refused: then everything waits for a person. */
function Probing({ code, release, probes: { probes, verdict, mayTryAgain } }: StandingProps & { probes: Probes }) {
  const taken = probes.filter(({ state }) => state === 'accepted').length;
  const replies = [...new Set(probes.flatMap(({ state, lastReply }) => (state === 'accepted' ? [] : lastReply || [])))];
  const heading =
    verdict === 'refused'
      ? 'The mail server refused the trial letters, so nothing goes'
      : `Trial letters: ${taken} of ${probes.length} accepted by the mail server`;
  return (
    <Notice tone="warning" heading={heading}>
      <RefreshEvery seconds={2} />
      <p>
        {PROBES} trial letters go to staff first. The {release.letterCount} letters follow by themselves when all of
        them are accepted. Nobody has been told anything.
      </p>
      {replies.map((reply) => (
        <p key={reply}>{reply}</p>
      ))}
      <div className="row">
        {mayTryAgain ? (
          <ActionForm
            action={probeAgainAction}
            fields={stepFields(code, release)}
            label="Try again now"
            tone="primary"
          />
        ) : null}
        <ActionForm action={stopReleaseAction} fields={stepFields(code, release)} label="Stop" tone="danger" />
      </div>
    </Notice>
  );
}

function Held({ code, release, timeZone, now }: StandingProps) {
  const left = Math.max(0, Math.ceil(((release.holdUntil?.getTime() ?? 0) - now.getTime()) / 60_000));
  return (
    <Notice
      tone="warning"
      heading={`${release.letterCount} letters are held until ${release.holdUntil ? whenShort(release.holdUntil, { timeZone, now }) : ''}`}
    >
      <RefreshEvery seconds={5} />
      <p>
        {leftWords(left)} Confirmed by {release.confirmedBy}. Until then you can stop everything, and nobody is told
        anything.
      </p>
      <ActionForm action={stopReleaseAction} fields={stepFields(code, release)} label="Stop" tone="danger" />
    </Notice>
  );
}

function Sending({ code, release }: StandingProps) {
  return (
    <Notice heading={release.paused ? 'Sending is paused' : 'Letters are going out'}>
      <RefreshEvery seconds={release.paused ? 5 : 2} />
      <p>
        What the mail server accepted stays sent. <a href={paths.deliveries(code)}>See each letter</a>
      </p>
      <ActionForm
        action={pauseReleaseAction}
        fields={{ ...stepFields(code, release), pause: release.paused ? 'no' : 'yes' }}
        label={release.paused ? 'Continue' : 'Pause'}
      />
    </Notice>
  );
}
