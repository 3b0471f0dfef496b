import { say } from '@/lib/words/say';
import type { ReactNode } from 'react';
import type { CycleView } from '@/features/programs/queries';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';

type Props = {
  cycle: CycleView;
  title: string;
  /** Whether our script may help with this page. */ script?: boolean;
  /** No way out needs to be offered where nothing is kept yet. */ forget?: boolean;
  children: ReactNode;
};

/** Ends the session of this browser: the answers stay saved, this computer forgets them. */
export const ForgetMe = () => (
  <form method="post" action={paths.applyForget()} className="forget">
    <button type="submit" className="button quiet">
      {say('apply.iAmOnAShared')}
    </button>
  </form>
);

/** What all pages of a form share: the program's head and contact, and the way to leave a shared computer. */
export function FormFrame({ cycle, title, script = false, forget = true, children }: Props) {
  const { program } = cycle;
  return (
    <Document
      title={title}
      program={{ name: program.name, href: paths.program(program.slug), languages: program.languages }}
      aside={cycle.name}
      script={script}
      entry={!forget}
      link={
        forget
          ? { href: paths.status(), text: say('apply.myApplications') }
          : { href: paths.resume(), text: say('apply.returnToASavedApplication') }
      }
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      {children}
      {forget ? <ForgetMe /> : null}
    </Document>
  );
}
