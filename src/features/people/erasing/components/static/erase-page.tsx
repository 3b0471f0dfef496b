import { paths } from '@/lib/paths';
import { Tick } from '@/ui/static/choices';
import { Document, type Contact } from '@/ui/static/document';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { fieldId, Group } from '@/ui/static/field';
import { TextInput } from '@/ui/static/inputs';

type Asked = { email: string; contact: Contact };

const Back = () => (
  <p className="small">
    <a href={paths.status()}>My applications</a>
  </p>
);

/** What goes, what stays, and the button that mails the code. */
export const AskErasePage = ({ email, contact }: Asked) => (
  <Document title="Erase everything I gave" contact={contact}>
    <div className="form-column stack-l">
      <div className="stack-s">
        <Back />
        <h1>Erase everything I gave</h1>
        <p>
          All that stands under {email}, in every cycle: your answers, files, confidential wishes, requests for funding,
          your name and address, letters to you, and what was written about you. Open applications are withdrawn, and a
          match you have ends.
        </p>
        <p>
          What stays is that somebody took part: the reference, the role, the cycle, and with whom they were matched,
          without your name. It cannot be undone.
        </p>
        <p>
          If you only want to leave this cycle, <a href={paths.status()}>withdraw</a> instead. If you want to keep
          something, <a href={paths.statusCopy()}>get a copy</a> first.
        </p>
      </div>
      <form method="post" action={paths.statusErase()}>
        <div className="actions">
          <button className="button" type="submit">
            Send me a code
          </button>
        </div>
      </form>
    </div>
  </Document>
);

/** The code, the tick, and the button that does it. */
export const EraseCodePage = ({ email, contact, problems = {} }: Asked & { problems?: Problems }) => (
  <Document title={titleWith('Erase everything I gave', problems)} contact={contact}>
    <div className="form-column stack-l">
      <ErrorSummary problems={problems} />
      <div className="stack-s">
        <Back />
        <h1>Erase everything I gave</h1>
        <p>
          A mail with a code is on its way to <strong>{email}</strong>. It works for 60 minutes, once.
        </p>
      </div>
      <form method="post" action={paths.statusErase()} noValidate>
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
        <Group name="sure" label="Are you sure?" required problem={problems.sure}>
          <Tick
            name="sure"
            id={fieldId('sure')}
            value="yes"
            checked={false}
            label="Erase everything that stands under my address, in every cycle. I know that this cannot be undone."
          />
        </Group>
        <div className="actions">
          <button className="button danger" type="submit">
            Erase everything now
          </button>
          <a href={paths.statusErase()}>Ask for a new code</a>
        </div>
      </form>
    </div>
  </Document>
);

export const ErasedPage = () => (
  <Document title="Everything is erased">
    <div className="form-column stack-l">
      <h1>Everything is erased</h1>
      <p>What stood under your address is gone, and this browser is signed out. One last mail says so.</p>
      <p>
        <a href={paths.home()}>See the programs</a>
      </p>
    </div>
  </Document>
);
