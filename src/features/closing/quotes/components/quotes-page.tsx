import type { GuardedCycle } from '@/auth/guard';
import type { QuoteConsent } from '@/domain/closing';
import { formatDay } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { RoleTag, Tag } from '@/ui/static/shapes';
import { ClosingTabs } from '../../components/closing-tabs';
import type { Quote } from '../queries';

const CONSENT: Record<QuoteConsent, { words: string; tone: 'good' | 'wait' | 'plain' }> = {
  named: { words: 'With the name', tone: 'good' },
  unnamed: { words: 'Without the name', tone: 'good' },
  none: { words: 'No consent', tone: 'plain' },
  withdrawn: { words: 'Taken back', tone: 'wait' },
};

function Line({ cycle, quote }: { cycle: GuardedCycle; quote: Quote }) {
  const { words, tone } = CONSENT[quote.consent];
  return (
    <tr>
      <td data-label="Sentence">
        {quote.quote ? <q>{quote.quote}</q> : <span className="soft">not shown: it may not be used</span>}
        {quote.by ? <span className="block">{quote.by}</span> : null}
      </td>
      <td data-label="Role">
        <RoleTag shape={quote.role} />
      </td>
      <td data-label="Consent">
        <Tag tone={tone}>{words}</Tag>
        {quote.agreedAt ? <span className="block small soft">{formatDay(quote.agreedAt, cycle.timeZone)}</span> : null}
      </td>
    </tr>
  );
}

/** Sentences that may be used, and how many may not. */
export function QuotesPage({ cycle, quotes }: { cycle: GuardedCycle; quotes: readonly Quote[] }) {
  const usable = quotes.filter(({ quote }) => quote !== '').length;
  return (
    <div className="stack-l">
      <header className="stack-s">
        <h1>Quotes</h1>
        <p className="soft reading">
          Sentences about the program. Use only those with consent, with the name only where it says so, and look here
          again before you print: a consent can be taken back at any time.
        </p>
      </header>
      <ClosingTabs code={cycle.code} at="quotes" />
      {quotes.length === 0 ? <p>Nobody has written a sentence yet.</p> : null}
      {usable > 0 ? (
        <p>
          <a className="button" href={paths.closingQuotesFile(cycle.code)}>
            {usable === 1 ? 'Download the one with consent (CSV)' : `Download the ${usable} with consent (CSV)`}
          </a>
        </p>
      ) : null}
      {quotes.length > 0 ? (
        <div className="table-wrap">
          <table className="table cards">
            <caption className="hidden-visually">Sentences and consents</caption>
            <thead>
              <tr>
                <th scope="col">Sentence</th>
                <th scope="col">Role</th>
                <th scope="col">Consent</th>
              </tr>
            </thead>
            <tbody>
              {quotes.map((quote) => (
                <Line key={quote.id} cycle={cycle} quote={quote} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </div>
  );
}
