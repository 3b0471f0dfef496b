import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import { Document, type Contact } from '@/ui/static/document';
import { paths } from '@/lib/paths';
import { titleWith } from '@/ui/static/error-summary';
import { OneField } from './sign-in-page';

type Props = { email: string | null; problem?: string; contact: Contact | undefined };

/** Says the same for every address: whether one is known is nobody's business. */
export function CodePage({ email, problem, contact }: Props) {
  return (
    <Document title={titleWith(say('code.enterYourCode'), problem ? { code: problem } : {})} contact={contact}>
      <div className="form-column stack-l">
        <div className="stack-s">
          <h1>{say('code.enterYourCode')}</h1>
          <p>
            {email
              ? rich('signIn.mailUnderWayTo', { email, b: (words) => <strong>{words}</strong> })
              : say('signIn.mailUnderWay')}
          </p>
        </div>
        <form method="post" action={paths.signInCode()} noValidate>
          {email ? null : (
            <OneField
              name="email"
              label={say('code.yourEmailAddress')}
              hint={say('signIn.theOneYouAskedWith')}
              type="email"
              autoComplete="email"
            />
          )}
          <OneField
            name="code"
            label={say('code.code')}
            hint={say('code.codeHint')}
            autoComplete="one-time-code"
            code
            {...(problem ? { problem } : {})}
          />
          <div className="actions">
            <button className="button primary" type="submit">
              {say('signIn.signIn')}
            </button>
            <a href={paths.signIn()}>{say('code.askForANewCode')}</a>
          </div>
        </form>
        <div className="stack-s">
          <h2>{say('code.noMail')}</h2>
          <ul className="bullets">
            <li>{say('code.libraryMailCanBeSlow')}</li>
            <li>{rich('signIn.checkTheAddressAboveIf', { link: (words) => <a href={paths.signIn()}>{words}</a> })}</li>
            <li>{say('signIn.fiveMailsAnHourGo')}</li>
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
    <Document title={live ? say('signIn.signIn') : say('code.thisLinkHasEnded')} contact={contact}>
      <div className="form-column stack">
        <h1>{live ? say('signIn.signIn') : say('code.thisLinkHasEnded')}</h1>
        {live ? (
          <form method="post" action={action}>
            <p>{say('signIn.pressTheButtonToSign')}</p>
            <div className="actions">
              <button className="button primary" type="submit">
                {say('signIn.signInNow')}
              </button>
            </div>
          </form>
        ) : (
          <>
            <p>{say('signIn.itWasUsedBeforeOr')}</p>
            <div className="actions">
              <a className="button primary" href={paths.signIn()}>
                {say('signIn.askForANewOne')}
              </a>
            </div>
          </>
        )}
      </div>
    </Document>
  );
}
