import { notFound } from 'next/navigation';
import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { formatInstant } from '@/domain/dates';
import { displayName } from '@/domain/letters/release-plan';
import { may } from '@/domain/permissions';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { Done } from '@/ui/staff/parts';
import { Notice } from '@/ui/static/notice';
import { sendTestAction } from '../letters/actions';
import { findLetterPreview, findToldLetter, listMatchVersions, type LetterPreview } from '../reading/queries';
import { LetterView } from './letter-view';
import { ReasonsForm } from './reasons-form';

type Props = { user: UserActor; cycle: GuardedCycle; personId: string; now: Date; saved: string };

const SAVED = new Map([
  ['test', 'A test is on its way to your own address.'],
  ['reasons', 'The reasons are saved, for both letters of this match.'],
]);

async function matchesOf({ planned }: LetterPreview) {
  const parts = planned.parts.flatMap(({ match, partner }) =>
    match && partner ? [{ match, partner: displayName(partner) }] : [],
  );
  const versions = await listMatchVersions(parts.map(({ match }) => match.id));
  return parts.map(({ match, partner }) => ({
    id: match.id,
    partner,
    reasons: match.safeReasons,
    version: versions.get(match.id) ?? 0,
  }));
}

/** A letter that went out, as it was written. */
async function ToldLetter({ user, cycle, personId, now }: Omit<Props, 'saved'>) {
  const told = await findToldLetter(cycle.id, { personId, closed: user.closed }, now);
  if (!told) notFound();
  const { confirmedAt } = told.release;
  return (
    <div className="stack-l reading">
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.announcement(cycle.code)}>Announcement</a>
        </p>
        <h1>Letter to {told.name}</h1>
        <p className="soft">
          As it was written{confirmedAt ? ` on ${formatInstant(confirmedAt, cycle.timeZone)}` : ''}. Nothing has changed
          for them since.
        </p>
      </header>
      <LetterView subject={told.subject} markdown={told.markdown} intro="" signature={told.signature} />
    </div>
  );
}

/** One person's letter as it would go out now, with a test to oneself and the reasons to edit. */
export async function LetterPage({ user, cycle, personId, now, saved }: Props) {
  const preview = await findLetterPreview(cycle.id, { personId, closed: user.closed }, now);
  if (!preview) return ToldLetter({ user, cycle, personId, now });
  const { planned, written, intro, signature } = preview;
  const words = SAVED.get(saved);
  const mayEdit = may(user, 'template.edit', { programId: cycle.programId }, now) && cycle.releasedAt === null;
  return (
    <div className="stack-l">
      {words ? <Done>{words}</Done> : null}
      <header>
        <p className="crumbs">
          <a href={paths.announcement(cycle.code)}>Announcement</a>
        </p>
        <h1>Letter to {planned.name}</h1>
      </header>
      {written.problems.length > 0 ? (
        <Notice tone="bad" heading="This letter cannot go out">
          <ul className="bullets">
            {written.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="side-by-side">
        <LetterView {...written} intro={intro} signature={signature} />
        <aside className="stack-l">
          <div className="card stack-s">
            <h2>As a mail</h2>
            <p className="small soft">Just as a mail program would show it.</p>
            <p className="row">
              <a href={paths.letterMail(cycle.code, personId)}>Wide</a>
              <a href={paths.letterMail(cycle.code, personId, '?width=phone')}>On a phone</a>
              <a href={paths.letterMail(cycle.code, personId, '?width=phone&mode=dark')}>Dark</a>
            </p>
          </div>
          <div className="card stack-s">
            <h2>Test to me</h2>
            <p className="small soft">
              Sends this letter to {user.email}, marked as a test. {planned.name} gets nothing.
            </p>
            <ActionForm
              action={sendTestAction}
              fields={{ cycle: cycle.code, cycleId: cycle.id, personId }}
              label="Send a test to me"
            />
          </div>
          {mayEdit
            ? (await matchesOf(preview)).map((match) => (
                <div className="card" key={match.id}>
                  <ReasonsForm code={cycle.code} personId={personId} match={match} />
                </div>
              ))
            : null}
        </aside>
      </div>
    </div>
  );
}
