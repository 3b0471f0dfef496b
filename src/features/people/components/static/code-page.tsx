import { Document, type Contact } from '@/ui/static/document';
import { paths } from '@/lib/paths';
import { OneField } from './sign-in-page';

type Props = { email: string | null; problem?: string; contact: Contact | undefined };

/** Says the same for every address: whether one is known is nobody's business. */
export function CodePage({ email, problem, contact }: Props) {
  return (
    <Document title={problem ? 'Error: Enter your code' : 'Enter your code'} contact={contact}>
      <div className="form-column stack-l">
        <div className="stack-s">
          <h1>Enter your code</h1>
          <p>
            {email ? (
              <>
                If <strong>{email}</strong> belongs to a committee member or staff,
              </>
            ) : (
              'If the address belongs to a committee member or staff,'
            )}{' '}
            a mail with a code and a link is on its way. Both work for 60 minutes.
          </p>
        </div>
        <form method="post" action={paths.signInCode()} noValidate>
          {email ? null : (
            <OneField
              name="email"
              label="Your email address"
              hint="The one you asked with."
              type="email"
              autoComplete="email"
            />
          )}
          <OneField
            name="code"
            label="Code"
            hint="8 letters and digits. You can paste it; spaces do not matter."
            autoComplete="one-time-code"
            code
            {...(problem ? { problem } : {})}
          />
          <div className="actions">
            <button className="button primary" type="submit">
              Sign in
            </button>
            <a href={paths.signIn()}>Ask for a new code</a>
          </div>
        </form>
        <div className="stack-s">
          <h2>No mail?</h2>
          <ul className="bullets">
            <li>Library mail can be slow: give it ten minutes, and look among the spam.</li>
            <li>
              Check the address above. If it is wrong, <a href={paths.signIn()}>start again</a>.
            </li>
            <li>Five mails an hour go to one address; the last one always works.</li>
          </ul>
        </div>
      </div>
    </Document>
  );
}

type LinkProps = { action: string; live: boolean; contact: Contact | undefined };

/** What the mailed link opens. Mail scanners open links too, so that opening it spends nothing. */
export function LinkPage({ action, live, contact }: LinkProps) {
  return (
    <Document title={live ? 'Sign in' : 'This link has ended'} contact={contact}>
      <div className="form-column stack">
        <h1>{live ? 'Sign in' : 'This link has ended'}</h1>
        {live ? (
          <form method="post" action={action}>
            <p>Press the button to sign in on this device.</p>
            <div className="actions">
              <button className="button primary" type="submit">
                Sign in now
              </button>
            </div>
          </form>
        ) : (
          <>
            <p>It was used before, or is older than 60 minutes. Nothing is lost.</p>
            <div className="actions">
              <a className="button primary" href={paths.signIn()}>
                Ask for a new one
              </a>
            </div>
          </>
        )}
      </div>
    </Document>
  );
}
