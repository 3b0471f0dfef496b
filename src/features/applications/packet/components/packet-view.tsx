import { STATE_LABELS } from '@/domain/application';
import { formatDay } from '@/domain/dates';
import { formatScore } from '@/domain/review';
import { paths } from '@/lib/paths';
import { EmptyState } from '@/ui/static/notice';
import { Reference } from '@/ui/static/shapes';
import { writeFilter, type InboxFilter } from '../../inbox/schema';
import { MOST_PRINTED, type Packet, type Sheet } from '../queries';
import { PrintButton } from './print-button';

type Props = {
  cycle: { code: string; name: string; timeZone: string };
  filter: InboxFilter;
  packet: Packet;
  total: number;
  who: string;
  now: Date;
};

/** Applications for reading on paper: contents, then each on pages of its own, with its reference on top of every one. */
export function PacketView({ cycle, filter, packet: { sheets, next }, total, who, now }: Props) {
  const back = paths.inbox(cycle.code, writeFilter(filter));
  if (sheets.length === 0)
    return (
      <EmptyState heading="Nothing to print">
        <p>No application has all of what you chose.</p>
        <p>
          <a className="button" href={back}>
            Back to the list
          </a>
        </p>
      </EmptyState>
    );
  return (
    <div className="packet stack-l">
      <div className="row no-print">
        <a href={back}>Back to the list</a>
        <PrintButton />
        {next ? (
          <p>
            {total} applications fit, and a packet holds at most {MOST_PRINTED}.{' '}
            <a href={paths.print(cycle.code, writeFilter(filter, { after: next }))}>Go on with the next packet</a>
          </p>
        ) : null}
      </div>
      <section className="stack-s contents-page" aria-labelledby="contents">
        <h2 id="contents">
          {sheets.length === 1 ? '1 application' : `${sheets.length} applications`}
          {sheets.length < total ? ` of ${total}` : null}
        </h2>
        <p className="soft">
          Printed for {who} on {formatDay(now, cycle.timeZone)}. For the committee only: keep it with you, and shred it.
        </p>
        <ol className="contents-list">
          {sheets.map(({ id, name, reference, role }) => (
            <li key={id}>
              <a href={`#sheet-${id}`}>{name}</a> {name === reference ? null : <Reference>{reference}</Reference>}{' '}
              <span className="soft">{role}</span>
            </li>
          ))}
        </ol>
      </section>
      {sheets.map((sheet) => (
        <OneSheet key={sheet.id} sheet={sheet} cycle={cycle} />
      ))}
    </div>
  );
}

/** Laid out as a table on paper, because the head of a table comes again on top of every page. */
const OneSheet = ({ sheet, cycle }: { sheet: Sheet; cycle: Props['cycle'] }) => (
  <article className="sheet" id={`sheet-${sheet.id}`} aria-label={sheet.name}>
    <div className="sheet-head">
      <p className="between">
        <span>
          <Reference>{sheet.reference}</Reference> {sheet.name === sheet.reference ? null : sheet.name}
        </span>
        <span className="soft">{cycle.name}</span>
      </p>
    </div>
    <div className="sheet-body">
      <div className="stack">
        <h2>{sheet.name}</h2>
        <p className="soft">{factsOf(sheet, cycle.timeZone)}</p>
        {sheet.sections.map((section) => (
          <section key={section.key} className="stack-s">
            <h3>{section.title}</h3>
            <dl className="answers">
              {section.answers.map(({ name, label, text, rating }) => (
                <div key={name}>
                  <dt>{label}</dt>
                  <dd>{rating === null ? text : `${text} (${rating} of 5)`}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </div>
  </article>
);

const PLACES: Record<number, string> = { 1: 'one place', 2: 'two places', 3: 'three places' };

function factsOf({ role, state, submittedAt, places, reviewCount, summary }: Sheet, timeZone: string): string {
  const reviews = reviewCount === 1 ? '1 review' : `${reviewCount} reviews`;
  return [
    role === 'mentor' ? `Mentor, ${PLACES[places] ?? `${places} places`}` : 'Mentee',
    STATE_LABELS[state].toLowerCase(),
    submittedAt ? `sent ${formatDay(submittedAt, timeZone)}` : '',
    summary && summary.mean !== null ? `${reviews}, mean ${formatScore(summary.mean)} of 4` : reviews,
  ]
    .filter(Boolean)
    .join(' · ');
}
