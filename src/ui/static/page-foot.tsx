import { rich } from './rich';
import { say } from '@/lib/words/say';
import { paths } from '@/lib/paths';

export type Contact = { name: string; email: string; phone: string };

/** The same contact in the same place of every page, public or staff. */
export function PageFoot({ contact }: { contact: Contact | undefined }) {
  return (
    <footer className="page-foot">
      <div className="inner">
        {contact ? (
          <p>
            {rich(contact.phone ? 'common.askContactPhone' : 'common.askContact', {
              name: contact.name,
              mail: () => <a href={`mailto:${contact.email}`}>{contact.email}</a>,
              phone: () => <a href={`tel:${contact.phone.replace(/[^+0-9]/g, '')}`}>{contact.phone}</a>,
            })}
          </p>
        ) : (
          <p>{say('common.bookendRunsMentoringProgramsOf')}</p>
        )}
        <a className="far" href={paths.accessibility()}>
          {say('common.accessibility')}
        </a>
      </div>
    </footer>
  );
}
