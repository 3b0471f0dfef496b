import {
  consentOf,
  countOf,
  pairOf,
  sectionsOf,
  totalsOf,
  type Minutes,
  type MinutesItem,
} from '@/domain/ballot-minutes';
import { paths } from '@/lib/paths';
import { ResultTag } from '../../components/words';
import { MINUTES_FILES } from '../queries';

type Props = { minutes: Minutes; code: string; number: number };

const FILES = { 'minutes.txt': 'Minutes as text', 'results.csv': 'Results for a spreadsheet' } as const;

/** What a secretary files: who, when, how many, and what became of each match. */
export function MinutesView({ minutes, code, number }: Props) {
  const { consent, discussed, undecided, left } = sectionsOf(minutes);
  return (
    <article className="minutes stack-l">
      <div className="stack">
        <p className="crumbs">
          <a href={paths.ballot(code, number)}>Ballot {number}</a>
        </p>
        <h1>Minutes</h1>
        <p className="lead">{minutes.title}</p>
        {minutes.final ? null : <p className="notice warning">Not final: the chair has not approved yet.</p>}
        <ul className="plain">
          {minutes.acts.map((act) => (
            <li key={act}>{act}</li>
          ))}
        </ul>
        <dl className="summary-list">
          <div>
            <dt>Quorum</dt>
            <dd>{minutes.quorum}</dd>
          </div>
          <div>
            <dt>In the meeting</dt>
            <dd>{minutes.present.length > 0 ? minutes.present.join(', ') : 'There was no meeting.'}</dd>
          </div>
          <div>
            <dt>Result</dt>
            <dd>{totalsOf(minutes)}</dd>
          </div>
        </dl>
        <p className="row no-print">
          {MINUTES_FILES.map((file) => (
            <a key={file} href={paths.ballotFile(code, number, file)} download>
              {FILES[file]}
            </a>
          ))}
          <span className="small soft">Or print this page.</span>
        </p>
      </div>
      <Section heading="Carried by consent" items={consent}>
        {(item) => (item.tally ? <span className="soft small"> {consentOf(item.tally)}</span> : null)}
      </Section>
      <Section heading="Discussed" items={discussed}>
        {(item) => <Discussed item={item} />}
      </Section>
      <Section heading="Not decided" items={undecided}>
        {() => null}
      </Section>
      <Section heading="Left the ballot" items={left}>
        {() => null}
      </Section>
    </article>
  );
}

type SectionProps = {
  heading: string;
  items: readonly MinutesItem[];
  children: (item: MinutesItem) => React.ReactNode;
};

function Section({ heading, items, children }: SectionProps) {
  if (items.length === 0) return null;
  return (
    <section className="stack-s">
      <h2>
        {heading} <span className="soft small">{items.length}</span>
      </h2>
      <ol className="plain minutes-list">
        {items.map((item) => (
          <li key={item.mentee.reference}>
            {pairOf(item)}
            {children(item)}
          </li>
        ))}
      </ol>
    </section>
  );
}

const Discussed = ({ item: { result, tally, reasons, note } }: { item: MinutesItem }) => (
  <div className="stack-s small">
    <p>
      {result ? <ResultTag result={result} /> : null} {tally ? countOf(tally) : 'The votes are not shown to you.'}
    </p>
    {reasons.map(({ vote, text }) => (
      <p key={`${vote} ${text}`}>
        {vote}: <q>{text}</q>
      </p>
    ))}
    {note ? <p>Note: {note}</p> : null}
  </div>
);
