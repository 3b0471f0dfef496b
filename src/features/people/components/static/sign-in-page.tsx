import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import { Document, type Contact } from '@/ui/static/document';
import { titleWith } from '@/ui/static/error-summary';
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
          {say('common.error', { words: problem })}
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
    <Document entry title={titleWith(say('signIn.signIn'), problem ? { email: problem } : {})} contact={contact}>
      <div className="form-column stack-l">
        {signedOut ? (
          <Notice tone="good" heading={say('signIn.youAreSignedOut')}>
            <p>{say('signIn.nobodyCanGoOnFrom')}</p>
          </Notice>
        ) : null}
        <div className="stack-s">
          <h1>{say('signIn.signIn')}</h1>
          <p className="lead">{say('signIn.forCommitteeMembersAndStaff')}</p>
        </div>
        <form method="post" action={paths.signIn()} noValidate>
          <input type="hidden" name="next" value={next} />
          <OneField
            name="email"
            label={say('code.yourEmailAddress')}
            hint={say('signIn.theOneYourAssociationKnows')}
            type="email"
            autoComplete="email"
            value={email}
            {...(problem ? { problem } : {})}
          />
          <div className="actions">
            <button className="button primary" type="submit">
              {say('signIn.sendMeACode')}
            </button>
          </div>
        </form>
        <p className="quiet">
          {rich('signIn.lookingForYourApplicationReturn', { link: (words) => <a href={paths.resume()}>{words}</a> })}
        </p>
      </div>
    </Document>
  );
}
