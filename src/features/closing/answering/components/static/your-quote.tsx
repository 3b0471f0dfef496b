import { say } from '@/lib/words/say';
import type { Closing } from '../../queries';

const HOW = { named: 'closing.quoteUsedNamed', unnamed: 'closing.quoteUsedUnnamed' } as const;

/** What may be quoted, and the button that takes it back: also after the questions have closed. */
export function YourQuote({ closing: { saved }, action }: { closing: Closing; action: string }) {
  if (!saved?.quoteAs || !saved.sentAt) return null;
  return (
    <section className="card stack-s" aria-labelledby="your-quote">
      <h2 id="your-quote">{say('closing.yourQuote')}</h2>
      <p>
        {say('closing.quoteUsed', { quote: saved.quote })}, {say(HOW[saved.quoteAs])}
      </p>
      <form method="post" action={action}>
        <button className="button" type="submit" name="press" value="back">
          {say('closing.quoteBack')}
        </button>
      </form>
    </section>
  );
}
