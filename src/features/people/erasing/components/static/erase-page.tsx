import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import { paths } from '@/lib/paths';
import { Tick } from '@/ui/static/choices';
import { Document, type Contact } from '@/ui/static/document';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { fieldId, Group } from '@/ui/static/field';
import { CodeInput } from '@/ui/static/inputs';

type Asked = { email: string; contact: Contact };

const Back = () => (
  <p className="small">
    <a href={paths.status()}>{say('status.myApplications')}</a>
  </p>
);

/** What goes, what stays, and the button that mails the code. */
export const AskErasePage = ({ email, contact }: Asked) => (
  <Document title={say('erase.eraseEverything')} contact={contact}>
    <div className="form-column stack-l">
      <div className="stack-s">
        <Back />
        <h1>{say('erase.eraseEverything')}</h1>
        <p>{say('erase.whatGoes', { email })}</p>
        <p>{say('erase.whatStays')}</p>
        <p>
          {rich('erase.instead', {
            withdraw: (words) => <a href={paths.status()}>{words}</a>,
            copy: (words) => <a href={paths.statusCopy()}>{words}</a>,
          })}
        </p>
      </div>
      <form method="post" action={paths.statusErase()}>
        <div className="actions">
          <button className="button" type="submit">
            {say('copies.sendMeACode')}
          </button>
        </div>
      </form>
    </div>
  </Document>
);

/** The code, the tick, and the button that does it. */
export const EraseCodePage = ({ email, contact, problems = {} }: Asked & { problems?: Problems }) => (
  <Document title={titleWith(say('erase.eraseEverything'), problems)} contact={contact}>
    <div className="form-column stack-l">
      <ErrorSummary problems={problems} />
      <div className="stack-s">
        <Back />
        <h1>{say('erase.eraseEverything')}</h1>
        <p>{rich('erase.mailUnderWay', { email, b: (words) => <strong>{words}</strong> })}</p>
      </div>
      <form method="post" action={paths.statusErase()} noValidate>
        <CodeInput problem={problems.code} />
        <Group name="sure" label={say('erase.areYouSure')} required problem={problems.sure}>
          <Tick name="sure" id={fieldId('sure')} value="yes" checked={false} label={say('erase.sure')} />
        </Group>
        <div className="actions">
          <button className="button danger" type="submit">
            {say('erase.eraseNow')}
          </button>
          <a href={paths.statusErase()}>{say('code.askForANewCode')}</a>
        </div>
      </form>
    </div>
  </Document>
);

export const ErasedPage = () => (
  <Document title={say('erase.erased')}>
    <div className="form-column stack-l">
      <h1>{say('erase.erased')}</h1>
      <p>{say('erase.whatIsGone')}</p>
      <p>
        <a href={paths.home()}>{say('erase.seePrograms')}</a>
      </p>
    </div>
  </Document>
);
