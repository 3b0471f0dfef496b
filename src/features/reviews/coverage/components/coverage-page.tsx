import type { GuardedCycle } from '@/auth/guard';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { Done, Tabs } from '@/ui/staff/parts';
import { EmptyState, Notice } from '@/ui/static/notice';
import { remindAction } from '../actions';
import { StrictnessView } from '../../strictness/components/strictness-view';
import type { StrictnessRow } from '../../strictness/queries';
import type { Coverage } from '../queries';
import { SHOWS, type Show } from '../schema';
import { ApplicationsTable } from './applications-table';
import { MembersTable } from './members-table';

type Props = {
  cycle: GuardedCycle;
  coverage: Coverage;
  strictness: readonly StrictnessRow[] | null;
  show: Show;
  saved: string;
};

function savedWords(saved: string): string {
  const [, mails = ''] = /^reminded-(\d{1,4})$/.exec(saved) ?? [];
  if (mails) return mails === '1' ? 'One mail is on its way.' : `${mails} mails are on their way.`;
  if (saved === 'assigned') return 'Assigned. Reviewers find it under “To review by me”; nobody was written to.';
  return saved === 'freed' ? 'Taken back. Their applications can be assigned to others.' : '';
}

/** Every application by its reviews, every reviewer by what they have left. */
export function CoveragePage({ cycle, coverage, strictness, show, saved }: Props) {
  const said = savedWords(saved);
  const { rows, wantedCount, members } = coverage;
  const count = (covered: string) => rows.filter((row) => row.covered === covered).length;
  return (
    <div className="stack-xl">
      {said ? <Done>{said}</Done> : null}
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.inbox(cycle.code)}>Applications</a>
        </p>
        <h1>Coverage</h1>
        <p className="soft reading">
          Each application should have {wantedCount} {wantedCount === 1 ? 'review' : 'reviews'} (
          <a href={paths.rubric(cycle.code)}>change this</a>). Abstentions are not counted. What is closed to you is
          left out of every number here.
        </p>
      </header>
      <div className="facts">
        <Fact number={`${count('done')} of ${rows.length}`} words="have their reviews" />
        <Fact number={count('waiting')} words="wait for a reader who is asked" />
        <Fact number={count('short')} words="need another reader" />
      </div>
      {coverage.open ? <Assigning code={cycle.code} assigned={coverage.assigned} short={count('short')} /> : null}
      {members.length === 0 ? (
        <EmptyState heading="Nobody reviews in this program yet">
          <p>Reviewers are members of the committee; an administrator adds them.</p>
        </EmptyState>
      ) : (
        <MembersTable cycle={cycle} members={members} open={coverage.open} />
      )}
      {coverage.open ? <Remind cycle={cycle} members={members} /> : null}
      <Applications cycle={cycle} coverage={coverage} show={show} />
      <StrictnessView rows={strictness} />
    </div>
  );
}

const Fact = ({ number, words }: { number: string | number; words: string }) => (
  <p className="fact">
    <span className="number">{number}</span> {words}
  </p>
);

const Assigning = ({ code, assigned, short }: { code: string; assigned: boolean; short: number }) => (
  <section className="stack-s" aria-labelledby="assigning">
    <h2 id="assigning">Assigning</h2>
    <p className="reading">
      {assigned
        ? 'Reviewers find what is assigned to them under “To review by me”; all else stays open to them under “All”.'
        : 'Nothing is assigned, so that every reviewer is asked to read everything. Once something is, each is asked for their own.'}
    </p>
    <p className="row">
      <a className={short > 0 ? 'button primary' : 'button'} href={paths.assign(code)}>
        Assign evenly
      </a>
      <a className="button" href={paths.assignList(code)}>
        Assign by hand
      </a>
      <a className="button" href={paths.assignFile(code)}>
        Assign from a file
      </a>
    </p>
  </section>
);

function Remind({ cycle, members }: { cycle: GuardedCycle; members: Coverage['members'] }) {
  const left = members.filter((member) => member.left > 0);
  const now = left.filter(({ reminded }) => !reminded);
  if (left.length === 0) return null;
  return (
    <section className="stack-s" aria-labelledby="remind">
      <h2 id="remind">Remind</h2>
      {now.length === 0 ? (
        <p>Everybody who has something left was reminded today. Tomorrow you can write again.</p>
      ) : (
        <>
          <p className="reading">
            One mail each, at most one a day, to{' '}
            {now.map(({ name, left: count }) => `${name} (${count} left)`).join(', ')}. It names no applicant.
          </p>
          <ActionForm
            action={remindAction}
            fields={{ cycle: cycle.code, cycleId: cycle.id }}
            label={now.length === 1 ? 'Remind 1 reviewer' : `Remind ${now.length} reviewers`}
          />
        </>
      )}
    </section>
  );
}

const SHOW_WORDS: Record<Show, string> = {
  open: 'Not read enough',
  short: 'Need a reader',
  waiting: 'Asked, not read',
  done: 'Read enough',
  all: 'All',
};

function Applications({ cycle, coverage, show }: Pick<Props, 'cycle' | 'coverage' | 'show'>) {
  const of = (which: Show) =>
    coverage.rows.filter(
      ({ covered }) => which === 'all' || (which === 'open' ? covered !== 'done' : covered === which),
    );
  const rows = of(show);
  const tabs = SHOWS.map((which) => ({
    href: paths.coverage(cycle.code, `?show=${which}`),
    text: SHOW_WORDS[which],
    count: of(which).length,
    current: which === show,
  }));
  return (
    <section className="stack" aria-labelledby="applications">
      <h2 id="applications">Applications</h2>
      <Tabs label="Applications by their reviews" tabs={tabs} />
      {rows.length === 0 ? (
        <Notice tone="info" heading="None here">
          <p>No application stands like this. “All” lists every one.</p>
        </Notice>
      ) : (
        <ApplicationsTable code={cycle.code} rows={rows} wantedCount={coverage.wantedCount} />
      )}
    </section>
  );
}
