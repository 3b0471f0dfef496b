import { formatInstant } from '@/lib/words/dates';
import { reasonInWords } from '@/lib/words/letters';
import { say } from '@/lib/words/say';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { Notice } from '@/ui/static/notice';
import { RoleTag } from '@/ui/static/shapes';
import { NoForm, YesForm } from '../../../components/static/no-form';
import type { LinkedProposal } from '../../queries';

const SAID = { yes: 'match.proposalYes', no: 'match.proposalNo' } as const;

/** Would you take this mentee? Yes or no, by button; opening the page does nothing, and an answer can be changed until the letters. */
export function ProposalPage({ proposal }: { proposal: LinkedProposal }) {
  const { cycle, answer, menteeName: name, reasons, answerBy } = proposal;
  const { program } = cycle;
  const until = formatInstant(answerBy, cycle.timeZone);
  return (
    <Document
      entry
      title={say('match.proposalTitle')}
      program={{ name: program.name, href: paths.program(program.slug), languages: program.languages }}
      aside={cycle.name}
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      <div className="form-column stack-l">
        {answer ? <Notice tone="good" heading={say(SAID[answer], { name })} /> : null}
        <div className="stack-s">
          <h1>{say('match.proposalQuestion', { name })}</h1>
          <p>{say('match.proposalUntil', { until })}</p>
          <p className="soft">{say('match.proposalNotTold', { name })}</p>
        </div>
        <div className="card stack-s">
          <p>
            <RoleTag shape="mentee">{say('match.yourPartner', { side: 'mentee' })}</RoleTag>
          </p>
          <h2>{name}</h2>
          {reasons.length > 0 ? (
            <ul className="bullets">
              {reasons.map((reason) => (
                <li key={reason}>{reasonInWords(reason)}</li>
              ))}
            </ul>
          ) : null}
        </div>
        {answer === 'yes' ? null : <YesForm name={name} />}
        {answer === 'no' ? null : <NoForm summary={say('match.iCannot')} />}
      </div>
    </Document>
  );
}
