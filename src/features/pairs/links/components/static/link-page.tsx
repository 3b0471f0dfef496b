import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { Document } from '@/ui/static/document';

/** A mailed link leads here; the button opens the pair. */
export const PairLinkPage = ({ token }: { token: string }) => (
  <Document entry title={say('pair.linkTitle')}>
    <div className="form-column stack">
      <h1>{say('pair.linkTitle')}</h1>
      <p>{say('pair.linkMeans')}</p>
      <form method="post" action={paths.pairLink(token)}>
        <div className="actions">
          <button className="button primary" type="submit">
            {say('pair.linkOpen')}
          </button>
        </div>
      </form>
      <p className="small soft">{say('resume.onASharedComputerUse')}</p>
    </div>
  </Document>
);

export const EndedLinkPage = () => (
  <Document entry title={say('code.thisLinkHasEnded')}>
    <div className="form-column stack">
      <h1>{say('code.thisLinkHasEnded')}</h1>
      <p>{say('pair.linkEnded')}</p>
      <p>
        {say('pair.linkAgain')} <a href={paths.resume()}>{say('apply.returnToASavedApplication')}</a>
      </p>
    </div>
  </Document>
);
