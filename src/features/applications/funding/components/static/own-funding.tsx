import type { OwnRequest } from '@/features/funding/asking/queries';
import { endOfDay } from '@/lib/days';
import { formatDay, formatInstant } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import { SummaryList } from '@/ui/static/task-list';
import { inWords, told } from './words';

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
  const title = say('funding.copyTitle', { program: program.name, cycle: name });
  return (
    <section className="stack-s" aria-label={title}>
      <h2>{title}</h2>
      <p className="soft">
        {say('funding.copyAsked', { at: formatInstant(askedAt, timeZone) })} {told(state, offer, timeZone)}
      </p>
      <SummaryList
        entries={[
          ...inWords(request),
          ...obligations.map(({ id, title, dueOn, note }) => ({
            key: id,
            label: say('funding.obligationBy', { title, day: formatDay(endOfDay(dueOn, timeZone), timeZone) }),
            words: note,
          })),
        ]}
      />
    </section>
  );
}
