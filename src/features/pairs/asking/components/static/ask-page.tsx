import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { Tick } from '@/ui/static/choices';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { Group } from '@/ui/static/field';
import { LongInput } from '@/ui/static/inputs';
import { Notice } from '@/ui/static/notice';
import { NotSaved } from '../../../home/components/static/not-saved';
import { BackToPair, nameOf, PairFrame } from '../../../home/components/static/pair-frame';
import type { Pair } from '../../../home/queries';

export type AskPageProps = {
  pair: Pair;
  typed?: { step: string; words: string; rematch: string };
  problems?: Problems;
  refused?: string;
  said?: string;
};

const NOTHING = { step: '', words: '', rematch: '' };

function Pause({ pair, typed = NOTHING, problems = {} }: AskPageProps) {
  const mine = typed.step === 'pause';
  return (
    <section className="stack-s" aria-labelledby="pause">
      <h2 id="pause">{say('pair.askPause')}</h2>
      <p>{say('pair.askPauseMeans')}</p>
      <form method="post" action={paths.pairHelp(nameOf(pair))} noValidate>
        <input type="hidden" name="step" value="pause" />
        <LongInput
          name="words"
          label={say('pair.anythingElse')}
          hint={say('pair.readersOfRequest')}
          words={200}
          value={mine ? typed.words : ''}
          problem={problems.words}
        />
        <div className="actions">
          <button className="button" type="submit">
            {say('pair.askPauseButton')}
          </button>
        </div>
      </form>
    </section>
  );
}

function End({ pair, typed = NOTHING, problems = {} }: AskPageProps) {
  const mine = typed.step === 'end';
  return (
    <section className="stack-s" aria-labelledby="end">
      <h2 id="end">{say('pair.endPair')}</h2>
      <p>{say('pair.endPairMeans', { name: pair.partner.name })}</p>
      <form method="post" action={paths.pairHelp(nameOf(pair))} noValidate>
        <input type="hidden" name="step" value="end" />
        <LongInput
          name="end_words"
          label={say('pair.anythingElse')}
          hint={say('pair.readersOfRequest')}
          words={200}
          value={mine ? typed.words : ''}
          problem={problems.end_words}
        />
        <Tick name="rematch" value="yes" checked={typed.rematch === 'yes'} label={say('pair.wantRematch')} />
        <Group name="sure" label={say('pair.yourDecision')} required optionalWord={false} problem={problems.sure}>
          <Tick name="sure" value="yes" id="f-sure" checked={false} label={say('pair.sureToEnd')} />
        </Group>
        <div className="actions">
          <button className="button danger" type="submit">
            {say('pair.endPairButton')}
          </button>
        </div>
      </form>
    </section>
  );
}

const ENDS: readonly Pair['phase'][] = ['before', 'at_work', 'paused'];

/** When something is not right: a pause, an end without blame, or a word in confidence. */
export function AskPage(props: AskPageProps) {
  const { pair, problems = {}, refused = '', said = '' } = props;
  return (
    <PairFrame pair={pair} title={titleWith(say('pair.notRight'), problems)}>
      <ErrorSummary problems={problems} />
      {said ? <Notice tone="good" heading={said} /> : null}
      <div className="stack-s">
        <BackToPair pair={pair} />
        <h1>{say('pair.notRight')}</h1>
      </div>
      <NotSaved words={refused} />
      <section className="card stack-s" aria-labelledby="concern">
        <h2 id="concern">{say('pair.concern')}</h2>
        <p>{say('pair.concernIs')}</p>
        <p>
          <a className="button" href={paths.pairConcern(nameOf(pair))}>
            {say('pair.concernGo')}
          </a>
        </p>
      </section>
      {pair.phase === 'at_work' ? <Pause {...props} /> : null}
      {ENDS.includes(pair.phase) ? <End {...props} /> : null}
    </PairFrame>
  );
}
