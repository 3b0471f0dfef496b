import type { ReactNode } from 'react';
import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { Document } from '@/ui/static/document';
import type { Closing } from '../../answering/queries';

/** How a page names the other, also when they were forgotten. */
export const partnerOf = ({ partner, side }: Pick<Closing, 'partner' | 'side'>): string =>
  partner || say(side === 'mentor' ? 'closing.yourMentee' : 'closing.yourMentor');

type Props = {
  closing: Closing;
  title: string;
  /** Nothing but the answer is opened by a mailed link. */ children: ReactNode;
};

/** What all pages of a participant at the end of the cycle share. */
export function ClosingFrame({ closing: { cycle }, title, children }: Props) {
  const { program } = cycle;
  return (
    <Document
      title={title}
      program={{ name: program.name, href: paths.program(program.slug), languages: program.languages }}
      aside={cycle.name}
      link={{ href: paths.status(), text: say('apply.myApplications') }}
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      <div className="form-column stack-l">{children}</div>
    </Document>
  );
}

/** The way back to the page of the pair. */
export const BackToPair = ({ closing }: { closing: Closing }) => (
  <p className="small">
    <a href={paths.pair(closing.name)}>{say('pair.backToPair', { name: partnerOf(closing) })}</a>
  </p>
);
