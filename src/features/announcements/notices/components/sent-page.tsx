import type { GuardedCycle } from '@/auth/guard';
import { formatInstant } from '@/domain/dates';
import { MESSAGE_LABELS } from '@/domain/message';
import { paths } from '@/lib/paths';
import { renderMarkdown } from '@/mail/compose';
import { subjectShown } from '@/mail/templates/notice';
import { ActionForm } from '@/ui/staff/action-form';
import { RefreshEvery } from '@/ui/staff/refresh';
import { Notice } from '@/ui/static/notice';
import { Tag } from '@/ui/static/shapes';
import { BreakerNotice } from '../../components/breaker-notice';
import { DeliveryProgress } from '../../components/delivery-progress';
import { stopNoticeAction } from '../actions';
import type { NoticeView, Sent } from '../queries';
import { NoticeHead } from './notice-page';

type Props = { cycle: GuardedCycle; notice: NoticeView; sent: Sent; mayStop: boolean; done: string; now: Date };

const WAITING = ['queued', 'sending', 'deferred'];
const BAD = ['failed', 'bounced', 'suppressed', 'uncertain'];

/** A notice on its way, or gone: how many were accepted, what each mail's state is, and Stop while something waits. */
export function SentPage({ cycle, notice, sent: { counts, mails }, mayStop, done, now }: Props) {
  const { id, version, subject, body, state, holdUntil, letterCount, stoppedAt } = notice;
  const at = (date: Date) => formatInstant(date, cycle.timeZone);
  const waits = WAITING.some((one) => (counts[one] ?? 0) > 0);
  const isHeld = state === 'sent' && holdUntil !== null && now < holdUntil;
  return (
    <div className="stack-l">
      {state === 'sent' && waits ? <RefreshEvery seconds={isHeld ? 15 : 3} /> : null}
      <NoticeHead code={cycle.code} title={subjectShown(subject, cycle)} done={done} />
      {isHeld ? <Notice tone="warning" heading={`Held until ${at(holdUntil)}`} /> : null}
      {state === 'stopped' && stoppedAt ? <Notice tone="warning" heading={`Stopped ${at(stoppedAt)}`} /> : null}
      {waits ? <BreakerNotice kind="notice" now={now} timeZone={cycle.timeZone} /> : null}
      <DeliveryProgress counts={counts} total={letterCount} />
      {BAD.some((one) => (counts[one] ?? 0) > 0) ? (
        <p>
          <a href={paths.deliveries(cycle.code, '?state=problem')}>See what needs a look, and what to do</a>
        </p>
      ) : null}
      {state === 'sent' && waits && mayStop ? (
        <ActionForm
          action={stopNoticeAction}
          fields={{ cycle: cycle.code, id, version }}
          label="Stop what has not gone out"
          tone="danger"
        />
      ) : null}
      <div className="table-wrap">
        <table className="table cards">
          <caption className="hidden-visually">Mails</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Address</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {mails.map((mail) => (
              <tr key={mail.id}>
                <th scope="row">{mail.toName}</th>
                <td data-label="Address">{mail.toAddress}</td>
                <td data-label="State">
                  <Tag tone={mail.state === 'accepted' ? 'good' : BAD.includes(mail.state) ? 'bad' : 'wait'}>
                    {MESSAGE_LABELS[mail.state]}
                  </Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <section className="stack-s" aria-labelledby="words">
        <h2 id="words">What it says</h2>
        {/* Our Markdown lets no HTML through. */}
        {/* oxlint-disable-next-line react/no-danger */}
        <article className="letter" dangerouslySetInnerHTML={{ __html: renderMarkdown(body) }} />
      </section>
    </div>
  );
}
