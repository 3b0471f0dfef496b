import { say } from '@/lib/words/say';
import { formatInstant } from '@/lib/words/dates';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { Notice } from '@/ui/static/notice';
import { BackToPair, ClosingFrame, partnerOf } from '../../../components/static/closing-frame';
import type { Closing } from '../../queries';
import type { ClosingTyped } from '../../schema';
import { Areas, QuoteFields, Words } from './closing-fields';
import { YourQuote } from './your-quote';

export type ClosingPageProps = {
  closing: Closing;
  action: string;
  typed: ClosingTyped;
  problems?: Problems;
  refused?: string;
  said?: string;
};

/** Names of fields whose problems read alike. */
const labelsOf = ({ areas }: Closing): Problems =>
  Object.fromEntries(areas.map(({ value, label }) => [`rating_${value}`, label]));

function Head({ closing, said, refused }: Pick<ClosingPageProps, 'closing' | 'said' | 'refused'>) {
  const { cycle, window, short } = closing;
  return (
    <>
      {said ? <Notice tone="good" heading={said} /> : null}
      <div className="stack-s">
        <BackToPair closing={closing} />
        <h1>{say('closing.title')}</h1>
        <p>{say(short ? 'closing.whyShort' : 'closing.why', { name: partnerOf(closing) })}</p>
        <p>{say('closing.readers')}</p>
        <p className="soft">{say('closing.openUntil', { until: formatInstant(window.closesAt, cycle.timeZone) })}</p>
      </div>
      {refused ? (
        <Notice tone="warning" heading={say('pair.notSaved')}>
          <p>{refused}</p>
        </Notice>
      ) : null}
    </>
  );
}

/** What the two are asked at the end. Who reads it is said above, and again beside what may be quoted. */
export function ClosingPage({ closing, action, typed, problems = {}, refused = '', said = '' }: ClosingPageProps) {
  const sent = (closing.saved?.sentAt ?? null) !== null;
  return (
    <ClosingFrame closing={closing} title={titleWith(say('closing.title'), problems)}>
      <ErrorSummary problems={problems} labels={labelsOf(closing)} />
      <Head closing={closing} said={said} refused={refused} />
      <form method="post" action={action} noValidate>
        <input type="hidden" name="version" value={typed.version} />
        {closing.short ? null : <Areas closing={closing} typed={typed} problems={problems} />}
        <Words closing={closing} typed={typed} problems={problems} />
        {closing.short ? null : <QuoteFields closing={closing} typed={typed} problems={problems} />}
        <div className="actions">
          <button className="button primary" type="submit" name="press" value="send">
            {say(sent ? 'closing.sendAgain' : 'closing.send')}
          </button>
          {sent ? null : (
            <button className="button" type="submit" name="press" value="later">
              {say('closing.later')}
            </button>
          )}
        </div>
      </form>
      <YourQuote closing={closing} action={action} />
    </ClosingFrame>
  );
}
