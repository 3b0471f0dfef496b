import type { GuardedCycle } from '@/auth/guard';
import { quoteConsent, type QuoteConsent } from '@/domain/closing';
import { formatDay } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { ChangeChart } from '@/ui/static/change-chart';
import { Reference, RoleTag } from '@/ui/static/shapes';
import { SummaryList } from '@/ui/static/task-list';
import { ClosingTabs } from '../../components/closing-tabs';
import { GrowthTable } from '../../growth/components/growth-table';
import type { ClosingPair, ClosingSide } from '../queries';

const AGAIN = { yes: 'Yes', maybe: 'Perhaps later', no: 'No' } as const;
const CONSENT: Record<QuoteConsent, string> = {
  named: 'may be quoted with the name',
  unnamed: 'may be quoted without the name',
  none: 'may not be quoted',
  withdrawn: 'consent taken back: may not be quoted',
};

function entriesOf(sent: NonNullable<ClosingSide['sent']>, goals: number) {
  return [
    { key: 'goals', label: 'Goals reached', words: goals > 0 ? `${sent.goals.length} of ${goals}` : 'They set none.' },
    { key: 'recommend', label: 'Would recommend', words: sent.recommend ? `${sent.recommend} of 5` : '' },
    { key: 'again', label: 'Would take part again', words: sent.again ? AGAIN[sent.again] : '' },
    { key: 'helped', label: 'What helped', words: sent.helped },
    { key: 'better', label: 'What should be better', words: sent.better },
    { key: 'quote', label: 'A sentence', words: sent.quote && `${sent.quote} (${CONSENT[quoteConsent(sent)]})` },
  ];
}

function Growth({ side: { name, growth } }: { side: ClosingSide }) {
  const changes = growth.flatMap(({ area, label, before, after }) =>
    before === null || after === null ? [] : [{ key: area, label, before, after }],
  );
  if (changes.length === 0) return <p>No area was rated both times.</p>;
  const up = changes.filter(({ before, after }) => after > before).length;
  return (
    <>
      <ChangeChart
        changes={changes}
        title={`${name} rates ${up === 1 ? '1 area' : `${up} areas`} higher than when applying`}
        before="When applying"
        after="At the end"
        format={String}
      />
      <GrowthTable name={name} areas={growth} />
    </>
  );
}

function Side({ cycle, side, goals }: { cycle: GuardedCycle; side: ClosingSide; goals: number }) {
  const { role, name, sent } = side;
  return (
    <section className="stack" aria-labelledby={role}>
      <h2 id={role} className="row-s">
        {name} <RoleTag shape={role} />
      </h2>
      {sent?.sentAt ? (
        <>
          <p className="soft">Sent on {formatDay(sent.sentAt, cycle.timeZone)}</p>
          <SummaryList entries={entriesOf(sent, goals)} empty="No answer" />
          <Growth side={side} />
        </>
      ) : (
        <p>Nothing is sent yet.</p>
      )}
    </section>
  );
}

/** What the two of a pair say at the end; neither reads the other's. */
export const ClosingPairPage = ({ cycle, pair }: { cycle: GuardedCycle; pair: ClosingPair }) => (
  <div className="stack-l">
    <header className="stack-s">
      <p className="small">
        <a href={paths.pairDesk(cycle.code, pair.id)}>The pair</a>
      </p>
      <h1>What the two say at the end</h1>
      <p className="row-s">
        <Reference>{pair.reference}</Reference>
        <span>
          {Math.floor(pair.minutes / 60)} h {pair.minutes % 60} min written down together
        </span>
      </p>
      <p className="soft">Read by staff and whoever leads the committee; never by the match.</p>
    </header>
    <ClosingTabs code={cycle.code} at={null} />
    {pair.sides.map((side) => (
      <Side key={side.role} cycle={cycle} side={side} goals={pair.goals} />
    ))}
  </div>
);
