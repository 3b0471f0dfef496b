import { paths } from '@/lib/paths';
import type { CaughtMail } from '@/mail/caught';
import { Document, type Contact } from '@/ui/static/document';
import { EmptyState } from '@/ui/static/notice';

const TIME = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });
const timeOf = ({ sentAt }: CaughtMail) => (sentAt ? `${TIME.format(sentAt)} UTC` : 'no date');
const LINK = { href: paths.devSignIn(), text: 'Sign in as somebody' };

type ListProps = { total: number; mails: readonly CaughtMail[]; contact: Contact | undefined };

/** What the demonstration sent, newest first. */
export function MailListPage({ total, mails, contact }: ListProps) {
  return (
    <Document languages={[]} title="Mail that was caught" link={LINK} contact={contact}>
      <div className="stack-l">
        <div className="stack-s">
          <h1>Mail that was caught</h1>
          <p className="lead">
            Nothing leaves this machine. The same mails lie as .eml files in the folder for caught mail.
          </p>
        </div>
        {mails.length === 0 ? (
          <EmptyState heading="No mail yet">
            <p>Mails show up here within a few seconds after something sends one, such as asking for a sign-in code.</p>
            <p>
              <a className="button" href={paths.signIn()}>
                Ask for a code
              </a>
            </p>
          </EmptyState>
        ) : (
          <MailTable total={total} mails={mails} />
        )}
      </div>
    </Document>
  );
}

function MailTable({ total, mails }: Omit<ListProps, 'contact'>) {
  return (
    <div className="table-wrap">
      <table className="table cards">
        <caption>
          1–{mails.length} of {total}, newest first
        </caption>
        <thead>
          <tr>
            <th scope="col">Subject</th>
            <th scope="col">To</th>
            <th scope="col">Time</th>
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <tr key={mail.file}>
              <th scope="row">
                <a href={paths.devMailMessage(mail.file)}>{mail.subject || '(no subject)'}</a>
              </th>
              <td data-label="To">{mail.to}</td>
              <td data-label="Time">
                <span className="mono">{timeOf(mail)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One mail: headers, the text part as it stands, and the HTML part cut off from this page. */
export function MailPage({ mail, contact }: { mail: CaughtMail; contact: Contact | undefined }) {
  const headers = [
    ['From', mail.from],
    ['To', mail.to],
    ['Time', timeOf(mail)],
    ['Message-ID', mail.messageId],
  ] as const;
  return (
    <Document languages={[]} title={mail.subject || 'Mail'} link={LINK} contact={contact}>
      <div className="stack-l">
        <p className="crumbs">
          <a href={paths.devMail()}>All caught mail</a>
        </p>
        <h1>{mail.subject || '(no subject)'}</h1>
        <dl className="summary-list">
          {headers.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="mono whitespace-normal break-words">{value}</dd>
            </div>
          ))}
        </dl>
        <section className="stack-s">
          <h2>Text part</h2>
          <div className="letter whitespace-pre-wrap">
            <TextWithLinks text={mail.text} />
          </div>
        </section>
        {mail.html ? (
          <section className="stack-s">
            <h2>HTML part</h2>
            <p>
              <a href={paths.devMailPart(mail.file)}>Open it in a page of its own</a>
            </p>
          </section>
        ) : null}
      </div>
    </Document>
  );
}

/** Addresses in the text can be pressed, as a mail program would let one. */
function TextWithLinks({ text }: { text: string }) {
  return text.split(/(https?:\/\/[^\s)]+)/g).map((piece, index) =>
    index % 2 === 1 ? (
      <a href={piece} key={index}>
        {piece}
      </a>
    ) : (
      piece
    ),
  );
}
