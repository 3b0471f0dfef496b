import { MODES } from '@/domain/mentoring';
import type { Frequency } from '@/domain/pair';
import { paths } from '@/lib/paths';
import { formatDay } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { SummaryList } from '@/ui/static/task-list';
import type { Pair } from '../../queries';
import { nameOf } from './pair-frame';

const modeWords = (modes: readonly string[]) =>
  MODES.filter(({ value }) => modes.includes(value))
    .map(({ label }) => worded(label))
    .join(', ');

export const agreementLines = ({ frequency, modes }: { frequency: Frequency; modes: readonly string[] }) => [
  { key: 'frequency', label: say('pair.howOften'), words: say(`pair.frequency_${frequency}`) },
  { key: 'modes', label: say('pair.byWhichMeans'), words: modeWords(modes) },
];

/** What the two agreed on, or what is suggested until they have. */
export function AgreementView({ pair, mayWrite }: { pair: Pair; mayWrite: boolean }) {
  const { agreement, suggested, side, partner, cycle } = pair;
  const saver = agreement && (agreement.savedBy === side ? 'me' : 'partner');
  return (
    <section className="stack-s" aria-labelledby="agreement">
      <h2 id="agreement">{say('pair.agreement')}</h2>
      {agreement ? null : <p>{say('pair.suggestedOnly')}</p>}
      <SummaryList entries={agreementLines(agreement ?? suggested)} empty={say('pair.stillOpen')} />
      {agreement ? (
        <p className="small soft">
          {say('pair.savedBy', {
            who: saver ?? '',
            name: partner.name,
            day: formatDay(agreement.savedAt, cycle.timeZone),
          })}
        </p>
      ) : null}
      {mayWrite ? (
        <p>
          <a href={paths.pairAgreement(nameOf(pair))}>{say(agreement ? 'pair.changeThis' : 'pair.agreeOnThis')}</a>
        </p>
      ) : null}
    </section>
  );
}
