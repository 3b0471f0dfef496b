import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { Document } from '@/ui/static/document';
import { OpenLinkPage } from '@/ui/static/open-link';

/** A mailed link leads here; the button opens the pair. */
export const PairLinkPage = ({ token }: { token: string }) => (
  <OpenLinkPage
    title={say('pair.linkTitle')}
    means={say('pair.linkMeans')}
    action={paths.pairLink(token)}
    label={say('pair.linkOpen')}
  />
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
