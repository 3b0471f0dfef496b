import { formatInstant } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { Document, type Contact } from '@/ui/static/document';
import { Notice } from '@/ui/static/notice';
import { Reference } from '@/ui/static/shapes';
import { SummaryList } from '@/ui/static/task-list';
import type { OwnRequest } from '@/features/funding/asking/queries';
import { ForgetMe } from '../../../components/static/form-frame';
import { OwnFunding, requestAsData } from '../../../funding/components/static/own-funding';
import type { OwnForm } from '../../queries';

type Waiting = { copyId: string; ready: boolean; contact: Contact | undefined };

/** The worker makes the copy within seconds; a reload shows whether it is ready. */
export const WaitingCopyPage = ({ copyId, ready, contact }: Waiting) => (
  <Document title={ready ? 'Your copy is ready' : 'Your copy is being made'} contact={contact}>
    <div className="form-column stack-l">
      <h1>{ready ? 'Your copy is ready' : 'Your copy is being made'}</h1>
      {ready ? (
        <form method="post" className="stack-s">
          <p>It is shown once, in this browser, and then deleted here. Print or save it while you see it.</p>
          <div className="actions">
            <button className="button primary" type="submit">
              Show my copy
            </button>
          </div>
        </form>
      ) : (
        <div className="stack-s">
          <p>This takes a few seconds.</p>
          <p>
            <a className="button" href={paths.statusCopyOf(copyId)}>
              Look again
            </a>
          </p>
        </div>
      )}
    </div>
    <ForgetMe />
  </Document>
);

const written = ({ forms, funding, email, now }: Props): string =>
  JSON.stringify({ address: email, madeAt: now.toISOString(), forms, funding: funding.map(requestAsData) }, null, 2);

/** A link that a browser saves as a file, without asking us again: the copy is deleted by now. */
const fileLink = (text: string) => `data:application/json;base64,${Buffer.from(text, 'utf8').toString('base64')}`;

function Form({ form }: { form: OwnForm }) {
  const { program, cycle, timeZone, applications, sections, confidential, startedAt, submittedAt } = form;
  return (
    <section className="stack-l" aria-label={`${program}, ${cycle}`}>
      <div className="stack-s">
        <h2>
          {program}, {cycle}
        </h2>
        <p className="row-s">
          {applications.map(({ reference }) => (reference ? <Reference key={reference}>{reference}</Reference> : null))}
        </p>
        <p className="soft">
          Started {formatInstant(startedAt, timeZone)}
          {submittedAt ? `; sent ${formatInstant(submittedAt, timeZone)}` : '; not sent'}.
        </p>
      </div>
      {sections.map(({ title, answers }) => (
        <section key={title} className="stack-s">
          <h3>{title}</h3>
          <SummaryList entries={answers.map(({ field, label, words }) => ({ key: field, label, words }))} />
        </section>
      ))}
      <section className="stack-s">
        <h3>Confidential answers</h3>
        {confidential.length > 0 ? (
          <SummaryList entries={confidential.map(({ label, words }) => ({ key: label, label, words }))} />
        ) : (
          <p>Nothing is kept: it was erased, or deleted on the day we promised, or never asked.</p>
        )}
      </section>
    </section>
  );
}

type Props = {
  email: string;
  forms: readonly OwnForm[];
  funding: readonly OwnRequest[];
  now: Date;
  contact: Contact | undefined;
};

/** Everything the person gave, to read, print and save. Shown once. */
export const CopyPage = (props: Props) => (
  <Document title="A copy of everything I gave" contact={props.contact}>
    <div className="form-column stack-l">
      <div className="stack-s">
        <h1>A copy of everything I gave</h1>
        <p className="soft">For {props.email}.</p>
      </div>
      <Notice tone="warning" heading="You see this once">
        <p>
          Print this page or save the file now. It holds your confidential answers: on a shared computer, remove the
          file and close the browser afterwards.
        </p>
        <p>
          <a className="button" download="my-answers.json" href={fileLink(written(props))}>
            Save as a file (JSON)
          </a>
        </p>
      </Notice>
      {props.forms.map((form) => (
        <Form key={form.id} form={form} />
      ))}
      {props.funding.map((request) => (
        <OwnFunding key={request.id} request={request} />
      ))}
    </div>
    <ForgetMe />
  </Document>
);
