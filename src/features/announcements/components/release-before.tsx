import { formatInstant } from '@/domain/dates';
import { ActionForm } from '@/ui/staff/action-form';
import { RefreshEvery } from '@/ui/staff/refresh';
import { Notice } from '@/ui/static/notice';
import type { Probes } from '../probing/queries';
import { confirmReleaseAction, stopReleaseAction } from '../releases/actions';
import type { ReleaseView } from '../releases/queries';

type Place = { code: string; cycleId: string; timeZone: string };

export type StandingProps = Place & { release: ReleaseView; probes: Probes | null; viewerId: string; now: Date };

export const stepFields = (code: string, release: ReleaseView) => ({
  cycle: code,
  releaseId: release.id,
  version: release.version,
});

/** The first person has asked; the second has to look. */
export function Requested({ code, release, viewerId, timeZone }: StandingProps) {
  const own = release.requestedById === viewerId;
  return (
    <Notice heading={`${release.letterCount} letters wait for a second person`}>
      <p>
        Asked for by {release.requestedBy}, {formatInstant(release.requestedAt, timeZone)}. Held for{' '}
        {release.holdMinutes === 1 ? '1 minute' : `${release.holdMinutes} minutes`} after the confirmation
        {release.beginsAt ? `, and until ${formatInstant(release.beginsAt, timeZone)}` : ''}.
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

/** The worker writes ten thousand letters in seconds; when it is not there, a person should know that nothing is lost. */
const LONG_MS = 60_000;

/** The second person has said yes. */
export function Writing({ code, release, now }: StandingProps) {
  const isLong = release.confirmedAt !== null && now.getTime() - release.confirmedAt.getTime() > LONG_MS;
  return (
    <Notice tone="warning" heading={`${release.letterCount} letters are being written`}>
      <RefreshEvery seconds={2} />
      <p>
        Confirmed by {release.confirmedBy}. Then they are held for {release.holdMinutes}{' '}
        {release.holdMinutes === 1 ? 'minute' : 'minutes'}. Until then you can stop everything, and nobody is told
        anything.
      </p>
      {isLong ? (
        <p>
          It takes longer than usual. They are written as soon as the program’s worker gets to them; nothing is lost.
        </p>
      ) : null}
      <ActionForm action={stopReleaseAction} fields={stepFields(code, release)} label="Stop" tone="danger" />
    </Notice>
  );
}
