import { Document, type Contact } from '@/ui/static/document';
import { Notice } from '@/ui/static/notice';
import { paths } from '@/lib/paths';

type FieldProps = {
  name: string;
  label: string;
  hint: string;
  problem?: string;
  type?: string;
  autoComplete: string;
  value?: string;
  code?: boolean;
};

/** The one field of a sign-in page. */
export function OneField({
  name,
  label,
  hint,
  problem,
  type = 'text',
  autoComplete,
  value = '',
  code = false,
}: FieldProps) {
  const described = problem ? `${name}-hint ${name}-problem` : `${name}-hint`;
  return (
    <div className={problem ? 'field has-problem' : 'field'}>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <span className="hint" id={`${name}-hint`}>
        {hint}
      </span>
      {problem ? (
        <span className="problem" id={`${name}-problem`}>
          Error: {problem}
        </span>
      ) : null}
      <input
        className={code ? 'input control code' : 'input control'}
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        defaultValue={value}
        aria-describedby={described}
        aria-invalid={problem ? true : undefined}
        spellCheck={false}
        autoCapitalize="off"
      />
    </div>
  );
}

type Props = { next: string; email?: string; problem?: string; signedOut?: boolean; contact: Contact | undefined };

export function SignInPage({ next, email = '', problem, signedOut = false, contact }: Props) {
  return (
    <Document entry title={problem ? 'Error: Sign in' : 'Sign in'} contact={contact}>
      <div className="form-column stack-l">
        {signedOut ? (
          <Notice tone="good" heading="You are signed out">
            <p>Nobody can go on from this browser without signing in.</p>
          </Notice>
        ) : null}
        <div className="stack-s">
          <h1>Sign in</h1>
          <p className="lead">For committee members and staff. There is no password: we mail you a link and a code.</p>
        </div>
        <form method="post" action={paths.signIn()} noValidate>
          <input type="hidden" name="next" value={next} />
          <OneField
            name="email"
            label="Your email address"
            hint="The one your association knows."
            type="email"
            autoComplete="email"
            value={email}
            {...(problem ? { problem } : {})}
          />
          <div className="actions">
            <button className="button primary" type="submit">
              Send me a code
            </button>
          </div>
        </form>
        <p className="quiet">
          Looking for your application? <a href={paths.resume()}>Return to a saved application</a>
        </p>
      </div>
    </Document>
  );
}
