import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { paths } from '@/lib/paths';
import { noticeMail, subjectShown } from '@/mail/templates/notice';
import { ActionForm } from '@/ui/staff/action-form';
import { Done } from '@/ui/staff/parts';
import type { AnnouncementCycle } from '../../queries';
import { sendNoticeAction, testNoticeAction } from '../actions';
import type { AudienceView, NoticeView } from '../queries';
import { AudienceList } from './audience-list';
import { NoticeForm } from './notice-form';

const DONE: Record<string, string> = {
  saved: 'Saved. Nothing is sent yet.',
  sent: 'It is held for ten minutes; until then you can stop it.',
  stopped: 'Stopped.',
  test: 'A test is on its way to your own address.',
};

export const NoticeHead = ({ code, title, done }: { code: string; title: string; done: string }) => (
  <>
    {DONE[done] ? <Done>{DONE[done]}</Done> : null}
    <header className="stack-s">
      <p className="crumbs">
        <a href={paths.announcement(code)}>Announcement</a> › <a href={paths.notices(code)}>Mails to groups</a>
      </p>
      <h1>{title}</h1>
    </header>
  </>
);

type Props = {
  user: UserActor;
  cycle: GuardedCycle;
  notice: NoticeView;
  sender: AnnouncementCycle;
  audience: AudienceView;
  done: string;
};

/** Words to a group before they are sent: to change, to read as somebody of the group, and to send. */
export function NoticePage({ user, cycle, notice, sender, audience, done }: Props) {
  const { id, version, subject, body, standing, roles } = notice;
  const place = { cycle: cycle.code, id, version };
  const reader = audience.in[0]?.person ?? user;
  const mail = noticeMail(notice, reader, sender);
  const { count } = audience;
  return (
    <div className="stack-l">
      <NoticeHead code={cycle.code} title={subjectShown(subject, cycle)} done={done} />
      <div className="side-by-side">
        <NoticeForm
          key={version}
          place={{ ...place, cycleId: cycle.id }}
          standing={{ subject, body, standing }}
          roles={roles}
        />
        <aside className="stack-l">
          <section className="card stack-s" aria-labelledby="read">
            <h2 id="read">As {reader.name} reads it</h2>
            <p>
              <strong>Subject:</strong> {mail.subject}
            </p>
            <pre className="letter whitespace-pre-wrap small">{mail.text}</pre>
            <ActionForm action={testNoticeAction} fields={place} label="Send a test to me" />
          </section>
          <section className="card stack-s" aria-labelledby="send">
            <h2 id="send">Send it</h2>
            {count === 0 ? (
              <p>Nobody is in this group now.</p>
            ) : (
              <>
                <p>
                  To {count} {count === 1 ? 'person' : 'people'}, one mail each. It is held for ten minutes, in which
                  you and others of staff can stop it.
                </p>
                <ActionForm
                  action={sendNoticeAction}
                  fields={{ ...place, count }}
                  label={`Send it to ${count} ${count === 1 ? 'person' : 'people'}`}
                  tone="primary"
                />
              </>
            )}
          </section>
        </aside>
      </div>
      <AudienceList audience={audience} />
    </div>
  );
}
