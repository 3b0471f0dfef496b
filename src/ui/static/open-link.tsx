import { say } from '@/lib/words/say';
import { Document } from './document';

type Props = { title: string; means: string; action: string; label: string };

/** What a mailed link opens. Mail scanners open links too, so only the button does something. */
export const OpenLinkPage = ({ title, means, action, label }: Props) => (
  <Document entry title={title}>
    <div className="form-column stack">
      <h1>{title}</h1>
      <p>{means}</p>
      <form method="post" action={action}>
        <div className="actions">
          <button className="button primary" type="submit">
            {label}
          </button>
        </div>
      </form>
      <p className="small soft">{say('resume.onASharedComputerUse')}</p>
    </div>
  </Document>
);
