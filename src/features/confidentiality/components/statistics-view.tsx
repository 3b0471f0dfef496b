import { CATEGORIES, type FrozenStatistics, type Published } from '@/domain/statistics';

const shown = (figure: Published | undefined) =>
  figure === null || figure === undefined ? <span className="quiet">hidden</span> : `about ${figure}`;

type TableProps = {
  caption: string;
  categories: readonly { value: string; label: string }[];
  figures: readonly Published[];
};

const FlatTable = ({ caption, categories, figures }: TableProps) => (
  <table className="table">
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">Answer</th>
        <th scope="col" className="number">
          People
        </th>
      </tr>
    </thead>
    <tbody>
      {categories.map(({ value, label }, at) => (
        <tr key={value}>
          <th scope="row">{label}</th>
          <td className="number">{shown(figures[at])}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

function CrossedTable({ figures }: { figures: readonly Published[] }) {
  const width = CATEGORIES.ethnicity.length;
  return (
    <div className="table-wrap">
      <table className="table">
        <caption>Both together</caption>
        <thead>
          <tr>
            <th scope="col">Race or ethnicity</th>
            {CATEGORIES.gender.map(({ value, label }) => (
              <th key={value} scope="col" className="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CATEGORIES.ethnicity.map(({ value, label }, column) => (
            <tr key={value}>
              <th scope="row">{label}</th>
              {CATEGORIES.gender.map((gender, row) => (
                <td key={gender.value} className="number">
                  {shown(figures[row * width + column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The frozen release: all that will ever be known of the cycle's identity answers. */
export function StatisticsView({ statistics }: { statistics: FrozenStatistics | null }) {
  if (statistics === null) return <p>No totals were made: the answers could no longer be opened.</p>;
  const { people, gender, ethnicity, crossed } = statistics;
  if ([...gender, ...ethnicity].every((figure) => figure === null))
    return <p>Too few people to report without pointing at someone.</p>;
  return (
    <div className="stack">
      <p className="soft">
        Of those who agreed to be counted{people === null ? '' : `, about ${people} people`}. Figures under 10 are
        hidden, and with them as many others as would give them away; the rest are rounded to fives.
      </p>
      <FlatTable caption="Gender" categories={CATEGORIES.gender} figures={gender} />
      <FlatTable caption="Race or ethnicity" categories={CATEGORIES.ethnicity} figures={ethnicity} />
      {crossed ? <CrossedTable figures={crossed} /> : null}
    </div>
  );
}
