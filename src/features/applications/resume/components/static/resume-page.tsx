import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import type { ReactNode } from 'react';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { CodeInput, TextInput } from '@/ui/static/inputs';
import { Notice } from '@/ui/static/notice';
import { OpenLinkPage } from '@/ui/static/open-link';

type Props = { email?: string; problems?: Problems; notice?: ReactNode };

/** One field for the address. The answer is the same for every address. */
export function ResumePage({ email = '', problems = {}, notice }: Props) {
  return (
    <Document entry title={titleWith(say('resume.returnToASavedApplication'), problems)}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        {notice}
        <div className="stack-s">
          <h1>{say('resume.returnToASavedApplication')}</h1>
          <p>{say('resume.weSendALinkAnd')}</p>
        </div>
        <form method="post" action={paths.resume()} noValidate>
          <TextInput
            name="email"
            type="email"
            label={say('code.yourEmailAddress')}
            required
            autocomplete="email"
            value={email}
            problem={problems.email}
          />
          <div className="actions">
            <button className="button primary" type="submit">
              {say('resume.sendMeALinkAnd')}
            </button>
            <a href={`${paths.resume()}?sent=1`}>{say('resume.iHaveACode')}</a>
          </div>
        </form>
      </div>
    </Document>
  );
}

/** Where the code is typed. It says the same whether the address is known or not. */
export function ResumeCodePage({ email = null, problems = {} }: { email?: string | null; problems?: Problems }) {
  return (
    <Document entry title={titleWith(say('code.enterYourCode'), problems)}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        <div className="stack-s">
          <h1>{say('code.enterYourCode')}</h1>
          <p>
            {email
              ? rich('resume.mailUnderWayTo', { email, b: (words) => <strong>{words}</strong> })
              : say('resume.mailUnderWay')}
          </p>
        </div>
        <form method="post" action={paths.resume()} noValidate>
          {email ? null : (
            <TextInput
              name="code_email"
              type="email"
              label={say('code.yourEmailAddress')}
              required
              autocomplete="email"
              value=""
            />
          )}
          <CodeInput problem={problems.code} />
          <div className="actions">
            <button className="button primary" type="submit">
              {say('resume.openMyApplication')}
            </button>
            <a href={paths.resume()}>{say('code.askForANewCode')}</a>
          </div>
        </form>
        <div className="stack-s">
          <h2>{say('code.noMail')}</h2>
          <ul className="bullets">
            <li>{say('code.libraryMailCanBeSlow')}</li>
            <li>{rich('resume.checkTheAddressIfIt', { link: (words) => <a href={paths.resume()}>{words}</a> })}</li>
            <li>{say('resume.weSendOnlyAFew')}</li>
          </ul>
        </div>
      </div>
    </Document>
  );
}

/** What the mailed link opens. */
export const ResumeLinkPage = ({ token }: { token: string }) => (
  <OpenLinkPage
    title={say('resume.openYourApplication')}
    means={say('resume.pressTheButtonToOpen')}
    action={paths.resumeLink(token)}
    label={say('resume.openMyApplication')}
  />
);

export const EndedLink = () => (
  <Notice tone="warning" heading={say('code.thisLinkHasEnded')}>
    <p>{say('resume.itWasUsedBeforeOr')}</p>
  </Notice>
);
