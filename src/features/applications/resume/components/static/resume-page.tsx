import type { ReactNode } from 'react';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { TextInput } from '@/ui/static/inputs';
import { Notice } from '@/ui/static/notice';

type Props = { email?: string; problems?: Problems; notice?: ReactNode };

/** One field for the address. The answer is the same for every address. */
export function ResumePage({ email = '', problems = {}, notice }: Props) {
  return (
    <Document entry title={titleWith('Return to a saved application', problems)}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        {notice}
        <div className="stack-s">
          <h1>Return to a saved application</h1>
          <p>We send a link and a code to the address you applied or started with.</p>
        </div>
        <form method="post" action={paths.resume()} noValidate>
          <TextInput
            name="email"
            type="email"
            label="Your email address"
            required
            autocomplete="email"
            value={email}
            problem={problems.email}
          />
          <div className="actions">
            <button className="button primary" type="submit">
              Send me a link and a code
            </button>
            <a href={`${paths.resume()}?sent=1`}>I have a code</a>
          </div>
        </form>
      </div>
    </Document>
  );
}

/** Where the code is typed. It says the same whether the address is known or not. */
export function ResumeCodePage({ email = null, problems = {} }: { email?: string | null; problems?: Problems }) {
  return (
    <Document entry title={titleWith('Enter your code', problems)}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        <div className="stack-s">
          <h1>Enter your code</h1>
          <p>
            {email ? (
              <>
                If something is saved for <strong>{email}</strong>, a mail
              </>
            ) : (
              'If something is saved for your address, a mail'
            )}{' '}
            with a link and a code is on its way. Both work for 60 minutes.
          </p>
        </div>
        <form method="post" action={paths.resume()} noValidate>
          {email ? null : (
            <TextInput
              name="code_email"
              type="email"
              label="Your email address"
              required
              autocomplete="email"
              value=""
            />
          )}
          <TextInput
            name="code"
            label="Code"
            hint="8 letters and digits. You can paste it; spaces do not matter."
            required
            autocomplete="one-time-code"
            value=""
            className="input code"
            problem={problems.code}
          />
          <div className="actions">
            <button className="button primary" type="submit">
              Open my application
            </button>
            <a href={paths.resume()}>Ask for a new code</a>
          </div>
        </form>
        <div className="stack-s">
          <h2>No mail?</h2>
          <ul className="bullets">
            <li>Library mail can be slow: give it ten minutes, and look among the spam.</li>
            <li>
              Check the address. If it is wrong, <a href={paths.resume()}>ask again</a>.
            </li>
            <li>We send only a few such mails a day to one address; the last one works for an hour.</li>
          </ul>
        </div>
      </div>
    </Document>
  );
}

/** What the mailed link opens. Mail scanners open links too, so only the button does something. */
export function ResumeLinkPage({ token }: { token: string }) {
  return (
    <Document entry title="Open your application">
      <div className="form-column stack">
        <h1>Open your application</h1>
        <p>Press the button to open it on this device. It also shows us that the address is yours.</p>
        <form method="post" action={paths.resumeLink(token)}>
          <div className="actions">
            <button className="button primary" type="submit">
              Open my application
            </button>
          </div>
        </form>
        <p className="small soft">
          On a shared computer, use “finish and forget me here” at the foot of the page when you are done.
        </p>
      </div>
    </Document>
  );
}

export const EndedLink = () => (
  <Notice tone="warning" heading="This link has ended">
    <p>It was used before, or is older than 60 minutes. Nothing is lost: ask for a new one here.</p>
  </Notice>
);
