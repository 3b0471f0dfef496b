import type { ReactNode } from 'react';
import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { Document } from '@/ui/static/document';
import type { Pair } from '../../queries';

/** How addresses name a pair: by its reference, which letters and staff use too. */
export const nameOf = ({ reference, id }: { reference: string | null; id: string }): string =>
  reference?.toLowerCase() ?? id;

type Props = { pair: Pair; title: string; wide?: boolean; children: ReactNode };

/** What all pages of a pair share. */
export function PairFrame({ pair: { cycle }, title, wide = false, children }: Props) {
  const { program } = cycle;
  return (
    <Document
      title={title}
      program={{ name: program.name, href: paths.program(program.slug), languages: program.languages }}
      aside={cycle.name}
      link={{ href: paths.status(), text: say('apply.myApplications') }}
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      {wide ? children : <div className="form-column stack-l">{children}</div>}
    </Document>
  );
}

/** The way back to the pair from one of its pages. */
export const BackToPair = ({ pair }: { pair: Pair }) => (
  <p className="small">
    <a href={paths.pair(nameOf(pair))}>{say('pair.backToPair', { name: pair.partner.name })}</a>
  </p>
);
