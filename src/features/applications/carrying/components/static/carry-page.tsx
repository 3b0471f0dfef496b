import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { Document } from '@/ui/static/document';
import { Notice } from '@/ui/static/notice';
import { OpenLinkPage } from '@/ui/static/open-link';
import { fullName } from '../../../commands';
import type { Carried } from '../../queries';
import { CarryForm } from './carry-form';

type Props = { application: Carried; token: string; said: boolean };

/** The question at the end of the waitlist, with the contact of the program. */
export function CarryPage({ application: { role, cycle, carryWish }, token, said }: Props) {
  const { program } = cycle;
  const contact = { name: program.contactName, email: program.contactEmail, phone: program.contactPhone };
  const isMentor = role === 'mentor';
  return (
    <Document entry title={say('carry.title')} contact={contact}>
      <div className="form-column stack">
        {said ? <Notice tone="good" heading={say('carry.kept')} /> : null}
        <h1>{say('carry.title')}</h1>
        <p className="soft">{fullName(cycle)}</p>
        <p>{say(isMentor ? 'carry.meansMentor' : 'carry.meansMentee')}</p>
        <p>{say('carry.notIdentity')}</p>
        <CarryForm action={paths.carryLink(token)} wish={carryWish} isMentor={isMentor} />
        <p className="small soft">{say('carry.change')}</p>
      </div>
    </Document>
  );
}

/** The form is there; the button opens it. */
export const CarriedPage = ({ token }: { token: string }) => (
  <OpenLinkPage
    title={say('carry.formTitle')}
    means={say('carry.formMeans')}
    action={paths.carryLink(token)}
    label={say('status.goOnWithMyApplication')}
  />
);

export const EndedCarryPage = () => (
  <Document entry title={say('code.thisLinkHasEnded')}>
    <div className="form-column stack">
      <h1>{say('code.thisLinkHasEnded')}</h1>
      <p>{say('carry.ended')}</p>
      <p>
        <a href={paths.resume()}>{say('apply.returnToASavedApplication')}</a>
      </p>
    </div>
  </Document>
);
