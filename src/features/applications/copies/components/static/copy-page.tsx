import { say } from '@/lib/words/say';
import { formatInstant } from '@/lib/words/dates';
import { paths } from '@/lib/paths';
import { Document, type Contact } from '@/ui/static/document';
import { Notice } from '@/ui/static/notice';
import { Reference } from '@/ui/static/shapes';
import { SummaryList } from '@/ui/static/task-list';
import type { CopiedReply } from '@/features/events/copies/queries';
import type { CopiedPair } from '@/features/pairs/copies/queries';
import type { OwnRequest } from '@/features/funding/asking/queries';
import { ForgetMe } from '../../../components/static/form-frame';
import { OwnFunding, requestAsData } from '../../../funding/components/static/own-funding';
import { OwnEvents } from './own-events';
import { OwnPairCopy } from './own-pair';
import type { OwnForm } from '../../queries';

type Waiting = { copyId: string; ready: boolean; contact: Contact | undefined };

/** The worker makes the copy within seconds; a reload shows whether it is ready. */
export const WaitingCopyPage = ({ copyId, ready, contact }: Waiting) => (
  <Document title={ready ? say('copies.yourCopyIsReady') : say('copies.yourCopyIsBeingMade')} contact={contact}>
    <div className="form-column stack-l">
      <h1>{ready ? say('copies.yourCopyIsReady') : say('copies.yourCopyIsBeingMade')}</h1>
      {ready ? (
        <form method="post" className="stack-s">
          <p>{say('copies.itIsShownOnceIn')}</p>
          <div className="actions">
            <button className="button primary" type="submit">
              {say('copies.showMyCopy')}
            </button>
          </div>
        </form>
      ) : (
        <div className="stack-s">
          <p>{say('copies.thisTakesAFewSeconds')}</p>
          <p>
            <a className="button" href={paths.statusCopyOf(copyId)}>
              {say('copies.lookAgain')}
            </a>
          </p>
        </div>
      )}
    </div>
    <ForgetMe />
  </Document>
);

const written = ({ forms, funding, pairs, events, email, now }: Props): string =>
  JSON.stringify(
    { address: email, madeAt: now.toISOString(), forms, pairs, events, funding: funding.map(requestAsData) },
    null,
    2,
  );

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
          {submittedAt
            ? say('copies.startedAndSent', {
                started: formatInstant(startedAt, timeZone),
                sent: formatInstant(submittedAt, timeZone),
              })
            : say('copies.startedNotSent', { started: formatInstant(startedAt, timeZone) })}
        </p>
      </div>
      {sections.map(({ title, answers }) => (
        <section key={title} className="stack-s">
          <h3>{title}</h3>
          <SummaryList entries={answers.map(({ field, label, words }) => ({ key: field, label, words }))} />
        </section>
      ))}
      <section className="stack-s">
        <h3>{say('copies.confidentialAnswers')}</h3>
        {confidential.length > 0 ? (
          <SummaryList entries={confidential.map(({ label, words }) => ({ key: label, label, words }))} />
        ) : (
          <p>{say('copies.nothingIsKeptItWas')}</p>
        )}
      </section>
    </section>
  );
}

type Props = {
  email: string;
  forms: readonly OwnForm[];
  funding: readonly OwnRequest[];
  pairs: readonly CopiedPair[];
  events: readonly CopiedReply[];
  now: Date;
  contact: Contact | undefined;
};

/** Everything the person gave, to read, print and save. Shown once. */
export const CopyPage = (props: Props) => (
  <Document title={say('copies.aCopyOfEverythingI')} contact={props.contact}>
    <div className="form-column stack-l">
      <div className="stack-s">
        <h1>{say('copies.aCopyOfEverythingI')}</h1>
        <p className="soft">{say('copies.for', { email: props.email })}</p>
      </div>
      <Notice tone="warning" heading={say('copies.youSeeThisOnce')}>
        <p>{say('copies.printThisPageOrSave')}</p>
        <p>
          <a className="button" download="my-answers.json" href={fileLink(written(props))}>
            {say('copies.saveAsAFileJson')}
          </a>
        </p>
      </Notice>
      {props.forms.map((form) => (
        <Form key={form.id} form={form} />
      ))}
      {props.pairs.map((pair) => (
        <OwnPairCopy key={pair.id} pair={pair} />
      ))}
      <OwnEvents replies={props.events} />
      {props.funding.map((request) => (
        <OwnFunding key={request.id} request={request} />
      ))}
    </div>
    <ForgetMe />
  </Document>
);
