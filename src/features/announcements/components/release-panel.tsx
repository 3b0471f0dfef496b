import { formatInstant, formatTime } from '@/domain/dates';
import { DEFAULT_HOLD_MINUTES, HOLD_MINUTES } from '@/domain/release';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { RefreshEvery } from '@/ui/staff/refresh';
import { Notice } from '@/ui/static/notice';
import { confirmReleaseAction, pauseReleaseAction, requestReleaseAction, stopReleaseAction } from '../releases/actions';
import type { ReleaseView } from '../releases/queries';

type Place = { code: string; cycleId: string; timeZone: string };

/** The first person's step: names the number, chooses the hold. Nothing goes out yet. */
export function RequestPanel({ code, cycleId, letterCount, ready }: Place & { letterCount: number; ready: boolean }) {
  if (!ready) return <p className="soft">The release can be asked for when every point above is in order.</p>;
  return (
    <ActionForm
      action={requestReleaseAction}
      fields={{ cycle: code, cycleId, letterCount }}
      label={`Ask to send ${letterCount} letters`}
      tone="primary"
    >
      <div className="field mb-4!">
        <label className="label" htmlFor="holdMinutes">
          Hold before the first letter
        </label>
        <span className="hint">Time to press Stop after the second person has confirmed.</span>
        <select
          className="select short control"
          id="holdMinutes"
          name="holdMinutes"
          defaultValue={DEFAULT_HOLD_MINUTES}
        >
          {HOLD_MINUTES.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes === 1 ? '1 minute' : `${minutes} minutes`}
            </option>
          ))}
        </select>
      </div>
    </ActionForm>
  );
}

type StandingProps = Place & { release: ReleaseView; viewerId: string; now: Date };

/** Where a release stands, and what can be done about it now. */
export function ReleasePanel(props: StandingProps) {
  const { release, timeZone } = props;
  const at = (date: Date | null) => (date ? formatInstant(date, timeZone) : '');
  if (release.state === 'requested') return <Requested {...props} />;
  if (release.state === 'held') return <Held {...props} />;
  if (release.state === 'sending') return <Sending {...props} />;
  if (release.state === 'done')
    return (
      <Notice tone="good" heading={`All ${release.letterCount} letters are settled`}>
        <p>
          Confirmed by {release.confirmedBy}, {at(release.confirmedAt)}. A second press of Send sends nothing.
        </p>
      </Notice>
    );
  return (
    <Notice tone="warning" heading="Stopped before any letter went out">
      <p>
        {release.stoppedBy
          ? `${release.stoppedBy} stopped it`
          : 'It stopped by itself, because somebody withdrew during the hold'}
        , {at(release.stoppedAt)}. Nobody was told anything. You can ask again.
      </p>
    </Notice>
  );
}

const stepFields = (code: string, release: ReleaseView) => ({
  cycle: code,
  releaseId: release.id,
  version: release.version,
});

function Requested({ code, release, viewerId, timeZone }: StandingProps) {
  const own = release.requestedById === viewerId;
  return (
    <Notice heading={`${release.letterCount} letters wait for a second person`}>
      <p>
        Asked for by {release.requestedBy}, {formatInstant(release.requestedAt, timeZone)}. Held for{' '}
        {release.holdMinutes} minutes after the confirmation.
      </p>
      {own ? (
        <p>
          You asked for it, so another member of staff or the chair must confirm. They find this page under
          Announcement.
        </p>
      ) : null}
      <div className="row">
        {own ? null : (
          <ActionForm
            action={confirmReleaseAction}
            fields={stepFields(code, release)}
            label={`Confirm and send ${release.letterCount} letters`}
            tone="primary"
          />
        )}
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
      heading={`${release.letterCount} letters are held until ${release.holdUntil ? formatTime(release.holdUntil, timeZone) : ''}`}
    >
      <RefreshEvery seconds={5} />
      <p>
        {left > 0 ? `About ${left} ${left === 1 ? 'minute' : 'minutes'} left.` : 'They go out within a minute.'}{' '}
        Confirmed by {release.confirmedBy}. Until then you can stop everything, and nobody is told anything.
      </p>
      <ActionForm action={stopReleaseAction} fields={stepFields(code, release)} label="Stop" tone="danger" />
    </Notice>
  );
}

function Sending({ code, release }: StandingProps) {
  return (
    <Notice heading={release.paused ? 'Sending is paused' : 'Letters are going out'}>
      {release.paused ? null : <RefreshEvery seconds={2} />}
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
