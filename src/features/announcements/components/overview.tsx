import type { UserActor } from '@/domain/actor';
import { isReady } from '@/domain/letters/preflight';
import type { LetterKind } from '@/domain/letters/defaults';
import { may } from '@/domain/permissions';
import type { GuardedCycle } from '@/auth/guard';
import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';
import { findRelease, getPreflight, listRecipients, readPoints, type Preflight } from '../releases/queries';
import { isUnderWay } from '@/domain/release';
import { PreflightList } from './preflight-list';
import { RecipientsTable } from './recipients-table';
import { TemplatesList } from '../templates/components/templates-list';

type Props = { user: UserActor; cycle: GuardedCycle; now: Date };

function countKinds({ draft }: Preflight): Map<LetterKind, number> {
  const counts = new Map<LetterKind, number>();
  for (const { parts } of draft.release.letters)
    for (const { kind } of parts) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

type RecipientsProps = { code: string; preflight: Preflight; user: UserActor; released: boolean };

/** Who gets a letter; after a release that left nothing to tell, who got one. */
function Recipients({ code, preflight: { draft, letters }, user, released }: RecipientsProps) {
  const over = released && letters.length === 0;
  const heading = over
    ? 'What everybody was told'
    : `${letters.length} ${letters.length === 1 ? 'person gets' : 'people get'} a letter`;
  return (
    <section className="stack" aria-labelledby="recipients">
      <h2 id="recipients">{heading}</h2>
      <RecipientsTable code={code} recipients={listRecipients(over ? draft.whole : draft.release, user)} />
    </section>
  );
}

/** The announcement from first look to release: what would go out, to whom, and what still stands in the way. */
export async function AnnouncementOverview({ user, cycle, now }: Props) {
  const preflight = await getPreflight(cycle.id, now);
  const release = await findRelease(cycle.id);
  const standing = release && isUnderWay(release.state) ? release : null;
  const ready = isReady(preflight.points);
  const count = preflight.letters.length;
  return (
    <div className="stack-l">
      <header className="stack-s">
        <div className="between">
          <h1>Announcement</h1>
          <span className="row">
            {cycle.confirmation === 'ask_mentors_first' ? (
              <a href={paths.askMentors(cycle.code)}>Ask mentors first</a>
            ) : null}
            <a href={paths.notices(cycle.code)}>Mails to groups</a>
          </span>
        </div>
        <p className="soft">
          One letter for each person, for all their applications. Nothing is mailed before two people have said so.
        </p>
      </header>
      {standing ? (
        <Notice tone="info" heading="A release is under way">
          <p>
            <a className="button primary" href={paths.release(cycle.code)}>
              Go to the release
            </a>
          </p>
        </Notice>
      ) : release?.state === 'done' && count === 0 ? (
        <Notice tone="good" heading="The outcomes are released">
          <p>
            Nothing has changed for anybody since. When a match falls through or is repaired, its letters wait here.
          </p>
          <p>
            <a className="button primary" href={paths.release(cycle.code)}>
              See the release
            </a>
          </p>
        </Notice>
      ) : (
        <Notice
          tone={ready ? 'good' : 'warning'}
          heading={ready ? (count === 1 ? 'One letter is ready' : `${count} letters are ready`) : 'Not ready to send'}
        >
          <p>
            {ready ? 'Read a few of them below, then ask for the release.' : 'The open points below stand in the way.'}
          </p>
          <p>
            <a className={`button ${ready ? 'primary' : ''}`} href={paths.release(cycle.code)}>
              Go to the release
            </a>
          </p>
        </Notice>
      )}
      <div className="side-by-side">
        <Recipients code={cycle.code} preflight={preflight} user={user} released={release?.state === 'done'} />
        <div className="stack-l">
          <section className="stack-s" aria-labelledby="preflight">
            <h2 id="preflight">Pre-flight</h2>
            <PreflightList code={cycle.code} points={readPoints(preflight, user)} />
          </section>
          <section className="stack-s" aria-labelledby="letters">
            <h2 id="letters">Letters</h2>
            <TemplatesList
              code={cycle.code}
              templates={preflight.draft.input.templates}
              counts={countKinds(preflight)}
              mayEdit={may(user, 'template.edit', { programId: cycle.programId }, now)}
            />
          </section>
        </div>
      </div>
    </div>
  );
}
