import type { GuardedCycle } from '@/auth/guard';
import { formatSlipDay } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { subjectShown } from '@/mail/templates/notice';
import { EmptyState } from '@/ui/static/notice';
import { Tag } from '@/ui/static/shapes';
import type { listNotices } from '../queries';

type Props = {
  cycle: GuardedCycle;
  notices: Awaited<ReturnType<typeof listNotices>>;
  mayWrite: boolean;
  now: Date;
};

const STATES: Record<string, { text: string; tone: 'plain' | 'good' | 'wait' }> = {
  draft: { text: 'Not sent', tone: 'wait' },
  sent: { text: 'Sent', tone: 'good' },
  stopped: { text: 'Stopped', tone: 'plain' },
};

/** What staff wrote to groups of this cycle, newest first. */
export const NoticesPage = ({ cycle, notices, mayWrite, now }: Props) => (
  <div className="stack-l reading">
    <header className="stack-s">
      <p className="crumbs">
        <a href={paths.announcement(cycle.code)}>Announcement</a>
      </p>
      <div className="between">
        <h1>Mails to groups</h1>
        {mayWrite ? (
          <a className="button primary" href={paths.notice(cycle.code, 'new')}>
            Write to a group
          </a>
        ) : null}
      </div>
      <p className="soft">
        News for everybody who applied, or for those who were told the same: the date of the orientation, a change of
        plan. Outcomes are told by the letters of the release alone.
      </p>
    </header>
    {notices.length === 0 ? (
      <EmptyState heading="Nothing was written yet">
        <p>Whoever gets it is listed by name, with the reason, before anything goes out.</p>
      </EmptyState>
    ) : (
      <ul className="tasks plain">
        {notices.map(({ id, subject, state, letterCount, sentAt, updatedAt }) => (
          <li key={id}>
            <span>
              <a href={paths.notice(cycle.code, id)}>{subjectShown(subject, cycle)}</a>
              <span className="small soft block">
                {sentAt ? `${letterCount} mails, ` : ''}
                <span className="mono">{formatSlipDay(sentAt ?? updatedAt, cycle.timeZone, now)}</span>
              </span>
            </span>
            <Tag tone={STATES[state]?.tone ?? 'plain'}>{STATES[state]?.text ?? state}</Tag>
          </li>
        ))}
      </ul>
    )}
  </div>
);
