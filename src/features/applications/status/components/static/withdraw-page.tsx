import { renderMarkdown } from '@/mail/compose';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { LongInput } from '@/ui/static/inputs';
import { Reference, RoleTag } from '@/ui/static/shapes';
import type { OwnApplication } from '../../queries';

/** Asks once before an application is taken back. */
export function WithdrawPage({ application }: { application: OwnApplication }) {
  const { role, reference, cycle } = application;
  return (
    <Document title="Withdraw your application">
      <div className="form-column stack-l">
        <div className="stack">
          <h1>Withdraw your application?</h1>
          <p className="row-s">
            <RoleTag shape={role === 'mentor' ? 'mentor' : 'mentee'} />{' '}
            {reference ? <Reference>{reference}</Reference> : null} <span>{cycle.name}</span>
          </p>
          <p>
            The committee will no longer consider it. You may apply again while applications are open. Nobody will hold
            it against you.
          </p>
        </div>
        <form method="post" noValidate>
          <LongInput
            name="reason"
            label="Your reason"
            hint="Read by committee and staff; it helps us to plan."
            words={100}
            value=""
          />
          <div className="actions">
            <button className="button danger" type="submit">
              Withdraw my application
            </button>
            <a href={paths.status()}>Keep it</a>
          </div>
        </form>
      </div>
    </Document>
  );
}

/** A letter as it was sent. */
export const LetterPage = ({ subject, markdown }: { subject: string; markdown: string }) => (
  <Document title={subject}>
    <div className="stack">
      <p className="small">
        <a href={paths.status()}>My applications</a>
      </p>
      <h1>{subject}</h1>
      {/* Our Markdown lets no HTML through. */}
      {/* oxlint-disable-next-line react/no-danger */}
      <div className="letter" dangerouslySetInnerHTML={{ __html: renderMarkdown(markdown) }} />
    </div>
  </Document>
);
