import { paths } from '@/lib/paths';
import { formatDay } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import { RadioGroup, Tick } from '@/ui/static/choices';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { LongInput } from '@/ui/static/inputs';
import { Notice } from '@/ui/static/notice';
import { NotSaved } from '../../../home/components/static/not-saved';
import { nameOf, PairFrame } from '../../../home/components/static/pair-frame';
import type { Pair } from '../../../home/queries';
import type { ReaderChoice } from '../../queries';
import type { ConcernTyped } from '../../schema';

export type ConcernPageProps = {
  pair: Pair;
  /** Who can be chosen to read it. */
  readers: readonly ReaderChoice[];
  /** By when it is read, if it is sent now. */
  due: Date;
  typed: ConcernTyped;
  problems?: Problems;
  refused?: string;
};

/** An officer is chosen by name: whoever writes to one wants to know whom. */
const labelOf = (reader: ReaderChoice['reader'], names: readonly string[]): string =>
  reader === 'officer'
    ? say('pair.reader_officer', { count: names.length, names: names.join(', ') })
    : say(`pair.reader_${reader}`);

/** A word in confidence. The page says who reads it, who never does, and by when. */
export function ConcernPage({ pair, readers, due, typed, problems = {}, refused = '' }: ConcernPageProps) {
  const { partner, cycle } = pair;
  const day = formatDay(due, cycle.timeZone);
  return (
    <PairFrame pair={pair} title={titleWith(say('pair.concern'), problems)}>
      <ErrorSummary problems={problems} />
      <div className="stack-s">
        <p className="small">
          <a href={paths.pairHelp(nameOf(pair))}>{say('pair.notRight')}</a>
        </p>
        <h1>{say('pair.concern')}</h1>
        <p>{say('pair.concernMeans', { name: partner.name, day })}</p>
        <p className="soft">{say('pair.concernUrgent', { contact: cycle.program.contactName })}</p>
      </div>
      <NotSaved words={refused} />
      {readers.length === 0 ? null : (
        <form method="post" action={paths.pairConcern(nameOf(pair))} noValidate>
          <RadioGroup
            name="reader"
            label={say('pair.whoReads')}
            hint={say('pair.whoReadsHint')}
            required
            value={typed.reader}
            options={readers.map(({ reader, names }) => ({ value: reader, label: labelOf(reader, names) }))}
            problem={problems.reader}
          />
          <LongInput
            name="words"
            label={say('pair.whatHappened')}
            hint={say('pair.whatHappenedHint')}
            words={400}
            required
            value={typed.words}
            problem={problems.words}
          />
          <fieldset className="field">
            <legend className="label">{say('pair.stopContact')}</legend>
            <span className="hint">{say('pair.stopContactMeans', { name: partner.name })}</span>
            <Tick name="stop" value="yes" checked={typed.stop === 'yes'} label={say('pair.stopContactTick')} />
          </fieldset>
          <div className="actions">
            <button className="button primary" type="submit">
              {say('pair.sendConcern')}
            </button>
          </div>
        </form>
      )}
    </PairFrame>
  );
}

/** Said once, after sending: nothing of it stands on any page of the pair. */
export const ConcernSentPage = ({ pair, due, stopped }: { pair: Pair; due: Date; stopped: boolean }) => (
  <PairFrame pair={pair} title={say('pair.concernSent')}>
    <div className="stack">
      <Notice tone="good" heading={say('pair.concernSent')}>
        <p>{say('pair.concernSentMeans', { day: formatDay(due, pair.cycle.timeZone) })}</p>
        {stopped ? <p>{say('pair.contactStopped', { name: pair.partner.name })}</p> : null}
      </Notice>
      <p>
        <a href={paths.status()}>{say('status.myApplications')}</a>
      </p>
    </div>
  </PairFrame>
);
