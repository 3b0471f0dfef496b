import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { Document } from '@/ui/static/document';
import { Notice } from '@/ui/static/notice';

type Props = {
  /** Null as long as there is none. */
  address: string | null;
  said: string;
  contact: { name: string; email: string; phone: string };
};

const Step = ({ step, label, primary = false }: { step: 'new' | 'end'; label: string; primary?: boolean }) => (
  <form method="post" action={paths.feed()}>
    <input type="hidden" name="step" value={step} />
    <button className={primary ? 'button primary' : 'button'} type="submit">
      {label}
    </button>
  </form>
);

/** The private calendar: its address to copy, and the buttons that replace or end it. */
export const FeedPage = ({ address, said, contact }: Props) => (
  <Document
    title={say('events.feed')}
    link={{ href: paths.status(), text: say('apply.myApplications') }}
    contact={contact}
  >
    <div className="form-column stack-l">
      {said ? <Notice tone="good" heading={said} /> : null}
      <div className="stack-s">
        <h1>{say('events.feed')}</h1>
        <p>{say('events.feedMeans')}</p>
      </div>
      {address ? (
        <>
          <div className="field">
            <label className="label" htmlFor="f-address">
              {say('events.feedAddress')}
            </label>
            <span className="hint" id="f-address-hint">
              {say('events.feedSecret')}
            </span>
            <textarea
              className="textarea break-all"
              id="f-address"
              rows={3}
              readOnly
              aria-describedby="f-address-hint"
              defaultValue={address}
            />
          </div>
          <div className="row">
            <Step step="new" label={say('events.feedRenew')} />
            <Step step="end" label={say('events.feedEnd')} />
          </div>
          <p className="small soft">{say('events.feedRenewMeans')}</p>
        </>
      ) : (
        <Step step="new" label={say('events.feedMake')} primary />
      )}
      <p className="small">
        <a href={paths.status()}>{say('status.myApplications')}</a>
      </p>
    </div>
  </Document>
);
