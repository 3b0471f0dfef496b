import { formatInstant } from '@/domain/dates';
import { CONTACT_WAYS, type ContactWay } from '@/domain/helping';
import { MESSAGE_LABELS, type MessageState } from '@/domain/message';
import type { HelpDetails } from '../queries';

const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const isWay = (how: string): how is ContactWay => how in CONTACT_WAYS;

export function NoteList({ notes }: Pick<HelpDetails, 'notes'>) {
  if (notes.length === 0) return <p className="soft">Nothing yet. Calls and letters are kept here, for staff only.</p>;
  return (
    <ol className="plain history pl-4!">
      {notes.map(({ id, how, day, text, who }) => (
        <li key={id}>
          <strong>{isWay(how) ? CONTACT_WAYS[how] : how}</strong>, {DAY.format(day)}: {text}
          <span className="small quiet block">written by {who}</span>
        </li>
      ))}
    </ol>
  );
}

const isState = (state: string): state is MessageState => state in MESSAGE_LABELS;

export function MailList({ mails, timeZone }: Pick<HelpDetails, 'mails'> & { timeZone: string }) {
  if (mails.length === 0) return <p className="soft">No mail has gone to this address.</p>;
  return (
    <ol className="plain history pl-4!">
      {mails.map(({ id, subject, state, toAddress, createdAt, settledAt }) => (
        <li key={id}>
          {subject}
          <span className="small quiet block">
            {isState(state) ? MESSAGE_LABELS[state] : state}, {formatInstant(settledAt ?? createdAt, timeZone)}, to{' '}
            {toAddress}
          </span>
        </li>
      ))}
    </ol>
  );
}

const SENTENCES: Record<string, string> = {
  'draft.started': 'began the form.',
  'draft.entered': 'began to write the form down for the applicant.',
  'draft.opened_to_staff': 'let staff help with the form.',
  'draft.closed_to_staff': 'no longer lets staff help with the form.',
  'draft.changed_for': 'wrote on the form for the applicant.',
  'draft.address_changed': 'put the address right.',
  'late_link.given': 'gave more time.',
  'application.submitted': 'sent the application.',
  'application.edited': 'changed the application.',
  'application.sent_for': 'sent it for the applicant.',
  'application.changed_for': 'changed answers for the applicant.',
  'application.file_handed_in': 'handed in a file for the applicant.',
  'application.withdrawn': 'withdrew.',
  'application.reinstated': 'put it back.',
  'application.carry_wanted': 'wants to be carried over to the next cycle.',
  'application.carry_declined': 'does not want to be carried over.',
  'application.address_moved': 'changed the address.',
};

export const HelpHistory = ({ events, timeZone }: { events: HelpDetails['history']; timeZone: string }) => (
  <ol className="plain history pl-4!">
    {events.map(({ id, who, action, reason, at }) => (
      <li key={id}>
        <strong>{who || 'The applicant'}</strong> {SENTENCES[action] ?? action}
        {reason ? <> Reason: “{reason}”</> : null}
        <span className="small quiet block">{formatInstant(at, timeZone)}</span>
      </li>
    ))}
  </ol>
);
