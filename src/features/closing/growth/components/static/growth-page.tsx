import { paths } from '@/lib/paths';
import { language } from '@/lib/language';
import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { ChangeChart, type Change } from '@/ui/static/change-chart';
import type { AreaGrowth } from '@/domain/growth';
import { BackToPair, ClosingFrame } from '../../../components/static/closing-frame';
import type { Closing } from '../../../answering/queries';

const signed = (change: number): string =>
  new Intl.NumberFormat(language(), { signDisplay: 'exceptZero' }).format(change).replace('-', '−');

const Table = ({ changes }: { changes: readonly Change[] }) => (
  <div className="table-wrap">
    <table className="table cards">
      <caption className="hidden-visually">{say('closing.growth')}</caption>
      <thead>
        <tr>
          {(['area', 'before', 'after', 'change'] as const).map((key) => (
            <th key={key} scope="col">
              {say(`closing.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ key, label, before, after }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td data-label={say('closing.before')}>{before}</td>
            <td data-label={say('closing.after')}>{after}</td>
            <td data-label={say('closing.change')}>{signed(after - before)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** What the chart says, in a sentence: it is its title. */
function findingOf(changes: readonly Change[]): string {
  const up = changes.filter(({ before, after }) => after > before).length;
  return up > 0 ? say('closing.growthUp', { count: up }) : say('closing.growthNone');
}

const changesOf = (growth: readonly AreaGrowth[]): Change[] =>
  growth.flatMap(({ area, label, before, after }) =>
    before === null || after === null ? [] : [{ key: area, label: worded(label), before, after }],
  );

/** One's own ratings when applying and at the end. */
export function GrowthPage({ closing, growth }: { closing: Closing; growth: readonly AreaGrowth[] }) {
  const changes = changesOf(growth);
  return (
    <ClosingFrame closing={closing} title={say('closing.growth')}>
      <div className="stack-s">
        <BackToPair closing={closing} />
        <h1>{say('closing.growth')}</h1>
      </div>
      {changes.length === 0 ? (
        <p>
          {say('closing.growthWaits')} <a href={paths.pairClosing(closing.name)}>{say('closing.title')}</a>
        </p>
      ) : (
        <section className="stack" aria-labelledby="finding">
          <h2 id="finding">{findingOf(changes)}</h2>
          <ChangeChart
            changes={changes}
            title={findingOf(changes)}
            before={say('closing.before')}
            after={say('closing.after')}
            format={String}
          />
          <Table changes={changes} />
          <p className="soft">{say('closing.growthHint')}</p>
        </section>
      )}
    </ClosingFrame>
  );
}
