import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { hasLetters, isUnderWay } from '@/domain/release';
import { isReady } from '@/domain/letters/preflight';
import { LETTER_LABELS } from '@/domain/letters/defaults';
import { paths } from '@/lib/paths';
import {
  findRelease,
  getPreflight,
  getProgress,
  readPoints,
  type Preflight,
  type ReleaseView,
} from '../releases/queries';
import { findProbes } from '../probing/queries';
import { BreakerNotice } from './breaker-notice';
import { DeliveryProgress } from './delivery-progress';
import { PreflightList } from './preflight-list';
import { ReleasePanel } from './release-panel';
import { RequestForm } from './request-form';

type Props = { user: UserActor; cycle: GuardedCycle; now: Date };

/** The one page that sends: it names the numbers, asks a second person, holds, sends, and can be stopped. */
export async function ReleasePage({ user, cycle, now }: Props) {
  const release = await findRelease(cycle.id);
  const standing = release && release.state !== 'stopped' ? release : null;
  const place = { code: cycle.code, cycleId: cycle.id, timeZone: cycle.timeZone };
  const underWay = standing !== null && isUnderWay(standing.state);
  const fresh = underWay && standing.state !== 'requested' ? null : await getPreflight(cycle.id, now);
  // After a release there is something to show only when something has changed for somebody.
  const preflight = fresh && (standing?.state !== 'done' || fresh.letters.length > 0) ? fresh : null;
  return (
    <div className="stack-l reading">
      <header>
        <p className="crumbs">
          <a href={paths.announcement(cycle.code)}>Announcement</a>
        </p>
        <h1>Release {cycle.name}</h1>
      </header>
      {release ? (
        <ReleasePanel
          {...place}
          release={release}
          probes={release.state === 'held' ? await findProbes(release.id, release.probes) : null}
          viewerId={user.userId}
          now={now}
        />
      ) : null}
      {standing?.state === 'held' ? <BreakerNotice kind="probe" now={now} timeZone={cycle.timeZone} /> : null}
      {standing && hasLetters(standing.state) ? (
        <section className="stack-s">
          <h2>Letters</h2>
          {standing.state === 'sending' ? <BreakerNotice kind="outcome" now={now} timeZone={cycle.timeZone} /> : null}
          <Progress release={standing} now={now} />
          <p>
            <a href={paths.deliveries(cycle.code)}>See each letter and what the server said</a>
          </p>
        </section>
      ) : null}
      {preflight ? (
        <Before code={cycle.code} preflight={preflight} user={user} again={standing?.state === 'done'} />
      ) : null}
      {preflight && !underWay && isReady(preflight.points) ? (
        <RequestForm {...place} letterCount={preflight.letters.length} />
      ) : null}
      {preflight && !underWay && !isReady(preflight.points) ? (
        <p className="soft">The release can be asked for when every point above is in order.</p>
      ) : null}
    </div>
  );
}

async function Progress({ release, now }: { release: ReleaseView; now: Date }) {
  const { counts, lastMinute } = await getProgress(release.id, now);
  const left = release.state === 'sending' && !release.paused ? { lastMinute } : {};
  return <DeliveryProgress counts={counts} total={release.letterCount} {...left} />;
}

type BeforeProps = { code: string; preflight: Preflight; user: UserActor; again: boolean };

function Before({ code, preflight, user, again }: BeforeProps) {
  const { draft, letters } = preflight;
  const kinds = draft.release.letters.flatMap(({ parts }) => parts.map(({ kind }) => kind));
  const lines = [...new Set(kinds)].map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }));
  return (
    <>
      <section className="stack-s">
        <h2>
          {letters.length} letters to {letters.length} people
        </h2>
        {again ? <p>Only those for whom something changed since their last letter.</p> : null}
        <ul className="bullets">
          {lines.map(({ kind, count }) => (
            <li key={kind}>
              {count} × {LETTER_LABELS[kind]}
            </li>
          ))}
        </ul>
      </section>
      <section className="stack-s">
        <h2>Pre-flight</h2>
        <PreflightList code={code} points={readPoints(preflight, user)} />
      </section>
    </>
  );
}
