import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import { paths } from '@/lib/paths';
import { Document, type Contact } from '@/ui/static/document';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { CodeInput } from '@/ui/static/inputs';
import { ForgetMe } from '../../../components/static/form-frame';

type Asked = { email: string; contact: Contact | undefined };

const Back = () => (
  <p className="small">
    <a href={paths.status()}>{say('copies.myApplications')}</a>
  </p>
);

/** What a copy holds, and the button that mails the code. */
export const AskCopyPage = ({ email, contact }: Asked) => (
  <Document title={say('copies.getACopyOfEverything')} contact={contact}>
    <div className="form-column stack-l">
      <div className="stack-s">
        <Back />
        <h1>{say('copies.getACopyOfEverything')}</h1>
        <p>{say('copies.everyAnswerOfEveryForm', { email })}</p>
        <p>{rich('copies.theConfidentialAnswersAreOpened', { b: (words) => <strong>{words}</strong> })}</p>
      </div>
      <form method="post">
        <div className="actions">
          <button className="button primary" type="submit">
            {say('copies.sendMeACode')}
          </button>
        </div>
      </form>
    </div>
    <ForgetMe />
  </Document>
);

/** Where the fresh code is typed. */
export const CopyCodePage = ({ email, contact, problems = {} }: Asked & { problems?: Problems }) => (
  <Document title={titleWith(say('code.enterTheCode'), problems)} contact={contact}>
    <div className="form-column stack-l">
      <ErrorSummary problems={problems} />
      <div className="stack-s">
        <Back />
        <h1>{say('code.enterTheCode')}</h1>
        <p>{rich('copies.aMailWithACode', { email, b: (words) => <strong>{words}</strong> })}</p>
      </div>
      <form method="post" action={paths.statusCopy()} noValidate>
        <CodeInput problem={problems.code} />
        <div className="actions">
          <button className="button primary" type="submit">
            {say('copies.makeMyCopy')}
          </button>
          <a href={paths.statusCopy()}>{say('code.askForANewCode')}</a>
        </div>
      </form>
    </div>
    <ForgetMe />
  </Document>
);
