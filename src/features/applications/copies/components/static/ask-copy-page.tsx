import { paths } from '@/lib/paths';
import { Document, type Contact } from '@/ui/static/document';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { TextInput } from '@/ui/static/inputs';
import { ForgetMe } from '../../../components/static/form-frame';

type Asked = { email: string; contact: Contact | undefined };

const Back = () => (
  <p className="small">
    <a href={paths.status()}>My applications</a>
  </p>
);

/** What a copy holds, and the button that mails the code. */
export const AskCopyPage = ({ email, contact }: Asked) => (
  <Document title="Get a copy of everything I gave" contact={contact}>
    <div className="form-column stack-l">
      <div className="stack-s">
        <Back />
        <h1>Get a copy of everything I gave</h1>
        <p>
          Every answer of every form under {email}, and what you gave on the confidential page. You see it on one page,
          to print or to save, and as a file for programs (JSON).
        </p>
        <p>
          The confidential answers are opened by the matching service for this copy alone, sealed for your browser,
          shown <strong>once</strong>, and deleted. It is written in the log on your status page.
        </p>
      </div>
      <form method="post">
        <div className="actions">
          <button className="button primary" type="submit">
            Send me a code
          </button>
        </div>
      </form>
    </div>
    <ForgetMe />
  </Document>
);

/** Where the fresh code is typed. */
export const CopyCodePage = ({ email, contact, problems = {} }: Asked & { problems?: Problems }) => (
  <Document title={titleWith('Enter the code', problems)} contact={contact}>
    <div className="form-column stack-l">
      <ErrorSummary problems={problems} />
      <div className="stack-s">
        <Back />
        <h1>Enter the code</h1>
        <p>
          A mail with a code is on its way to <strong>{email}</strong>. It works for 60 minutes, once. Stay in this
          browser: the copy can be opened in no other.
        </p>
      </div>
      <form method="post" action={paths.statusCopy()} noValidate>
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
            Make my copy
          </button>
          <a href={paths.statusCopy()}>Ask for a new code</a>
        </div>
      </form>
    </div>
    <ForgetMe />
  </Document>
);
