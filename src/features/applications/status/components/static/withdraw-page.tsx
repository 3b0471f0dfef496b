import type { Language } from '@/domain/language';
import { say } from '@/lib/words/say';
import { renderMarkdown } from '@/mail/compose';
import { otherThanHere } from '@/lib/language';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { LongInput } from '@/ui/static/inputs';
import { Reference, RoleTag } from '@/ui/static/shapes';
import type { OwnApplication } from '../../queries';

/** Asks once before an application is taken back. */
export function WithdrawPage({ application }: { application: OwnApplication }) {
  const { role, reference, cycle } = application;
  return (
    <Document title={say('status.withdrawYourApplication')}>
      <div className="form-column stack-l">
        <div className="stack">
          <h1>{say('status.withdrawYourApplication2')}</h1>
          <p className="row-s">
            <RoleTag shape={role === 'mentor' ? 'mentor' : 'mentee'} />{' '}
            {reference ? <Reference>{reference}</Reference> : null} <span>{cycle.name}</span>
          </p>
          <p>{say('status.theCommitteeWillNoLonger')}</p>
        </div>
        <form method="post" noValidate>
          <LongInput
            name="reason"
            label={say('status.yourReason')}
            hint={say('status.readByCommitteeAndStaff')}
            words={100}
            value=""
          />
          <div className="actions">
            <button className="button danger" type="submit">
              {say('status.withdrawMyApplication')}
            </button>
            <a href={paths.status()}>{say('status.keepIt')}</a>
          </div>
        </form>
      </div>
    </Document>
  );
}

/** A letter as it was sent. */
type LetterProps = { subject: string; markdown: string; language: Language };

export const LetterPage = ({ subject, markdown, language }: LetterProps) => (
  <Document title={subject}>
    <div className="stack">
      <p className="small">
        <a href={paths.status()}>{say('status.myApplications')}</a>
      </p>
      <h1 lang={otherThanHere(language)}>{subject}</h1>
      <div lang={otherThanHere(language)}>
        {/* Our Markdown lets no HTML through. */}
        {/* oxlint-disable-next-line react/no-danger */}
        <div className="letter" dangerouslySetInnerHTML={{ __html: renderMarkdown(markdown) }} />
      </div>
    </div>
  </Document>
);
