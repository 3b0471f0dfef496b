import type { EventStand } from '@/domain/event';
import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { Document } from '@/ui/static/document';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { Notice } from '@/ui/static/notice';
import type { Place } from '../../queries';
import type { ReplyTyped } from '../../schema';
import { EventFacts } from './event-facts';
import { ReplyForm } from './reply-form';

type Props = {
  place: Place;
  typed: ReplyTyped;
  stand: EventStand;
  problems?: Problems;
  refused?: string;
  /** Whether an answer was just kept. */
  said?: boolean;
};

/** Where this person stands: a place, a place in line, a no, or nothing yet. */
function Standing({ place: { invitation }, stand, said }: Pick<Props, 'place' | 'stand' | 'said'>) {
  const { reply, line } = invitation;
  if (stand === 'cancelled') return <Notice tone="warning" heading={say('events.isCancelled')} />;
  if (stand === 'over') return reply?.came ? <Notice tone="good" heading={say('events.youCame')} /> : null;
  if (reply?.state === 'yes') return <Notice tone="good" heading={say('events.youHaveAPlace')} />;
  if (reply?.state === 'waiting')
    return (
      <Notice heading={say('events.youAreInLine', { line })}>
        <p>{say('events.inLineMeans')}</p>
      </Notice>
    );
  return reply?.state === 'no' && said ? <Notice tone="good" heading={say('events.youSaidNo')} /> : null;
}

const Closed = ({ stand, contact }: { stand: EventStand; contact: string }) => {
  if (stand === 'closed') return <p>{say('events.closedMeans', { contact })}</p>;
  return stand === 'over' ? <p>{say('events.isOver')}</p> : null;
};

/** An invitation: what it is, and the answer by a button. The same page by session and by mailed link. */
export function InvitationPage({ place, typed, stand, problems = {}, refused = '', said = false }: Props) {
  const { invitation, href, fileHref, byLink } = place;
  const { event, reply } = invitation;
  const { program, name } = event.cycle;
  return (
    <Document
      title={titleWith(event.title, problems)}
      program={{ name: program.name, href: paths.program(program.slug), languages: program.languages }}
      aside={name}
      {...(byLink ? { entry: true } : { link: { href: paths.status(), text: say('apply.myApplications') } })}
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        {refused ? (
          <Notice tone="warning" heading={say('events.notKept')}>
            <p>{refused}</p>
          </Notice>
        ) : null}
        <Standing place={place} stand={stand} said={said} />
        <div className="stack-s">
          <p className="soft">{say(`events.kind_${event.kind}`)}</p>
          <h1>{event.title}</h1>
        </div>
        <EventFacts event={event} reply={reply} />
        {stand === 'open' ? (
          <ReplyForm invitation={invitation} href={href} typed={typed} problems={problems} />
        ) : (
          <Closed stand={stand} contact={program.contactName} />
        )}
        {stand === 'open' || stand === 'closed' ? (
          <p>
            <a href={fileHref}>{say('pair.addToCalendar')}</a>
          </p>
        ) : null}
      </div>
    </Document>
  );
}

export const EndedEventLinkPage = () => (
  <Document entry title={say('code.thisLinkHasEnded')}>
    <div className="form-column stack">
      <h1>{say('code.thisLinkHasEnded')}</h1>
      <p>{say('events.linkEnded')}</p>
      <p>
        <a href={paths.resume()}>{say('apply.returnToASavedApplication')}</a>
      </p>
    </div>
  </Document>
);
