import type { GuardedCycle } from '@/auth/guard';
import { STATE_LABELS } from '@/domain/application';
import { dayOf, formatInstant } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';
import { Reference, RoleTag } from '@/ui/static/shapes';
import { helpedSections, type HelpDetails, type Helped } from '../queries';
import { HelpForms } from './help-forms';
import { HelpHistory, MailList, NoteList } from './help-lists';

const DONE: Record<string, string> = {
  note: 'Kept.',
  changed: 'Saved. The person gets a mail that names the page and the reason.',
  sent: 'Sent for them. The receipt is on its way.',
  reinstated: 'It is back, and the committee looks at it anew. The person gets a mail.',
  moved: 'Mails go to the new address. Both addresses are told.',
  entered: 'The form is begun, and the way in is on its way to them. Now write down what they told you.',
};

type Props = { cycle: GuardedCycle; helped: Helped; details: HelpDetails; done: string; now: Date };

/** One person's form as staff help with it: where it stands, what can be done, what was said, mailed and changed. */
export function HelpedPage({ cycle, helped, details, done, now }: Props) {
  const said = DONE[done];
  return (
    <div className="stack-xl">
      {said ? <Done>{said}</Done> : null}
      <header className="stack-s">
        <p className="small">
          <a href={paths.people(cycle.code)}>People</a>
        </p>
        <h1>{helped.name || helped.email}</h1>
        <p className="row-s">
          {helped.reference ? <Reference>{helped.reference}</Reference> : null}
          <RoleTag shape={helped.role} />
          <span>{helped.state === 'draft' ? 'Not sent' : STATE_LABELS[helped.state]}</span>
        </p>
        <Facts cycle={cycle} helped={helped} />
      </header>
      <div className="side-by-side review">
        <div className="stack-xl">
          <Answers cycle={cycle} helped={helped} />
          <section className="stack-s">
            <h2>What was said</h2>
            <NoteList notes={details.notes} />
          </section>
          <section className="stack-s">
            <h2>Mails</h2>
            <MailList mails={details.mails} timeZone={cycle.timeZone} />
          </section>
          <section className="stack-s">
            <h2>History</h2>
            <HelpHistory events={details.history} timeZone={cycle.timeZone} />
          </section>
        </div>
        <HelpForms
          place={{ cycle: cycle.code, applicationId: helped.id }}
          email={helped.email}
          canReinstate={helped.state === 'withdrawn' && helped.reference !== null}
          today={dayOf(now, cycle.timeZone)}
        />
      </div>
    </div>
  );
}

function Facts({ cycle, helped }: Pick<Props, 'cycle' | 'helped'>) {
  const { submittedAt, withdrawnAt, withdrawReason, provenAt, progress, email } = helped;
  return (
    <p className="soft">
      {email}
      {helped.reference ? (provenAt ? ', confirmed' : ', not confirmed yet') : ''}.
      {submittedAt ? ` Sent ${formatInstant(submittedAt, cycle.timeZone)}.` : ''}
      {withdrawnAt ? ` Withdrawn ${formatInstant(withdrawnAt, cycle.timeZone)}.` : ''}
      {withdrawReason ? ` Reason given: “${withdrawReason}”` : ''}
      {progress ? ` ${progress.done} of ${progress.of} pages are done.` : ''}
      {progress?.last ? ` Saved last: ${progress.last}.` : ''}
    </p>
  );
}

/** The pages of the form to read and change, or why they are shut. */
function Answers({ cycle, helped }: Pick<Props, 'cycle' | 'helped'>) {
  const { state, mayRead, id, draft } = helped;
  if (state === 'withdrawn')
    return (
      <section className="stack-s">
        <h2>Answers</h2>
        <p className="soft">This application is withdrawn. Put it back before you change it.</p>
      </section>
    );
  if (!mayRead)
    return (
      <section className="stack-s">
        <h2>Answers</h2>
        <p className="soft reading">
          This form is not sent, and what stands in it is theirs. If they want you to fill it in, ask them to press “Let
          staff help with this form” on the page that lists its sections.
        </p>
      </section>
    );
  const saved = new Set(draft?.savedSections);
  return (
    <section className="stack-s">
      <h2>Answers</h2>
      <p className="soft reading">
        {state === 'draft'
          ? 'Write down what they told you, page by page. Confidential wishes are given only by them.'
          : 'Change a page for them, with the reason. They get a mail.'}
      </p>
      <ul className="plain stack-s">
        {helpedSections(helped).map(({ key, title }) => (
          <li key={key}>
            <a href={paths.helpedSection(cycle.code, id, key)}>{title}</a>
            {state === 'draft' && saved.has(key) ? <span className="small quiet"> saved</span> : null}
          </li>
        ))}
      </ul>
      {state === 'draft' ? (
        <p>
          <a className="button primary" href={paths.helpedCheck(cycle.code, id)}>
            Read it over and send it
          </a>
        </p>
      ) : (
        <p>
          <a href={paths.application(cycle.code, id)}>All answers, and what the committee says</a>
        </p>
      )}
    </section>
  );
}
