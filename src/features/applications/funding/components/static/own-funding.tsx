import { formatDay, formatInstant } from '@/domain/dates';
import type { OwnRequest } from '@/features/funding/asking/queries';
import { endOfDay } from '@/lib/end-of-day';
import { SummaryList } from '@/ui/static/task-list';
import { inWords, TOLD } from './words';

/** A request in the file for programs. What reviewers wrote or decided is not the person's, and not in it. */
export const requestAsData = ({ offer, obligations, ...request }: OwnRequest) => ({
  program: offer.cycle.program.name,
  cycle: offer.cycle.name,
  state: request.state,
  askedAt: request.askedAt,
  why: request.why,
  use: request.use,
  couldJoin: request.couldJoin,
  selfDescription: request.selfDescription,
  selfConsentAt: request.selfConsentAt,
  obligations: obligations.map(({ title, dueOn, note, reportedAt, metAt }) => ({
    title,
    dueOn,
    note,
    reportedAt,
    metAt,
  })),
});

/** A request for a funded membership in the person's own copy. */
export function OwnFunding({ request }: { request: OwnRequest }) {
  const { offer, obligations, askedAt, state } = request;
  const { name, program, timeZone } = offer.cycle;
  const day = (at: Date) => formatDay(at, timeZone);
  return (
    <section className="stack-s" aria-label={`Funded membership, ${name}`}>
      <h2>
        Funded membership, {program.name}, {name}
      </h2>
      <p className="soft">
        Asked {formatInstant(askedAt, timeZone)}.{' '}
        {TOLD[state]({ decide: day(offer.decideBy), waitlist: day(offer.waitlistUntil) })}
      </p>
      <SummaryList
        entries={[
          ...inWords(request),
          ...obligations.map(({ id, title, dueOn, note }) => ({
            key: id,
            label: `${title}, by ${day(endOfDay(dueOn, timeZone))}`,
            words: note,
          })),
        ]}
      />
    </section>
  );
}
