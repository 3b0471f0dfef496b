import type { GuardedCycle } from '@/auth/guard';
import { paths } from '@/lib/paths';
import { FileForm } from './file-form';

/** Assignments from a spreadsheet. */
export const FilePage = ({ cycle }: { cycle: GuardedCycle }) => (
  <div className="stack-l reading">
    <header className="stack-s">
      <p className="crumbs">
        <a href={paths.coverage(cycle.code)}>Coverage</a>
      </p>
      <h1>Assign from a file</h1>
      <p className="soft">
        A table with two columns, “reference” and “email”: the application, and the reviewer’s address. Looking at it
        changes nothing. It is taken as a whole or not at all, and adds to what is assigned already.
      </p>
    </header>
    <FileForm code={cycle.code} cycleId={cycle.id} example={`reference,email\n${cycle.code}-E-0001,name@example.org`} />
  </div>
);
