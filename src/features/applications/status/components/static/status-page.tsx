import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import { closingFor, isOpenFor } from '@/domain/cycle';
import { formatInstant } from '@/lib/words/dates';
import { standing } from '@/domain/standing';
import { nextStepInWords } from '@/lib/words/timeline';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { Notice } from '@/ui/static/notice';
import { Reference, RoleTag } from '@/ui/static/shapes';
import type { OwnEvent } from '@/features/events/queries';
import type { OwnPair } from '@/features/pairs/own/queries';
import type { FundingEntry } from '@/features/funding/asking/queries';
import { CarryForm } from '../../../carrying/components/static/carry-form';
import { ForgetMe } from '../../../components/static/form-frame';
import { FundingCard } from '../../../funding/components/static/funding-card';
import type { StatusEntry } from '../../queries';
import { Events } from './events-part';
import { Pairs } from './pairs-part';
import { Confidential, roleOf } from './confidential-part';

type Shown = StatusEntry['applications'][number];

/** Whoever found no match says here whether the next cycle should have them. */
const Carrying = ({ application: { id, role, carry } }: { application: Shown }) =>
  carry.asked ? (
    <div className="stack-s">
      <p>{say(role === 'mentor' ? 'carry.meansMentor' : 'carry.meansMentee')}</p>
      <CarryForm action={paths.statusCarry(id)} wish={carry.wish} isMentor={role === 'mentor'} />
    </div>
  ) : null;

function ApplicationLine({ entry, application, now }: { entry: StatusEntry; application: Shown; now: Date }) {
  const { cycle, draft } = entry;
  const closed = !isOpenFor(cycle, roleOf(entry), now);
  const sent = draft ? draft.sentRevision !== null : true;
  const told = standing({
    state: application.state,
    sent,
    duplicate: Boolean(draft?.duplicateAt) && application.state === 'draft',
    outcome: application.outcome,
    closed,
  });
  return (
    <div className="stack-s">
      <p className="row-s">
        <RoleTag shape={application.role} />
        {application.reference ? <Reference>{application.reference}</Reference> : null}
      </p>
      <p>
        <strong>{say(`standing.${told}`)}</strong>
      </p>
      {application.questionId ? (
        <p>
          <a className="button" href={paths.statusAnswer(application.questionId)}>
            {say('status.answerTheQuestion')}
          </a>
        </p>
      ) : null}
      <Carrying application={application} />
      <p className="row-s small">
        {application.releaseId ? (
          <a href={paths.statusLetter(application.releaseId)}>{say('status.readTheLetter')}</a>
        ) : null}
        {application.reference ? (
          <a href={paths.statusSeen(application.id)}>
            {rich('status.seenAs', {
              role: application.role,
              span: (words) => <span className="hidden-visually">{words}</span>,
            })}
          </a>
        ) : null}
        {application.state === 'withdrawn' ? null : (
          <a href={paths.statusWithdraw(application.id)}>
            {rich('status.withdrawAs', {
              role: application.role,
              span: (words) => <span className="hidden-visually">{words}</span>,
            })}
          </a>
        )}
      </p>
    </div>
  );
}

function Changing({ entry, now }: { entry: StatusEntry; now: Date }) {
  const { cycle, draft } = entry;
  const role = roleOf(entry);
  if (!draft || draft.applications.every(({ state }) => state === 'withdrawn')) return null;
  const open = isOpenFor(cycle, role, now);
  const unsent = draft.sentRevision !== draft.revision;
  if (!open)
    return unsent ? (
      <p>
        <a href={paths.apply(cycle.code, role)}>{say('status.seeWhatIWrote')}</a>
      </p>
    ) : null;
  return (
    <p className="row">
      <a className="button" href={paths.apply(cycle.code, role)}>
        {draft.sentRevision === null ? say('status.goOnWithMyApplication') : say('status.changeMyAnswers')}
      </a>
      <span className="small soft">
        {say(draft.sentRevision !== null && unsent ? 'status.unsentUntil' : 'status.changesUntil', {
          at: formatInstant(closingFor(cycle, role), cycle.timeZone),
        })}
      </span>
    </p>
  );
}

function Choosing({ entry }: { entry: StatusEntry }) {
  const { draft } = entry;
  if (!draft?.duplicateAt) return null;
  return (
    <form method="post" action={paths.statusChoose(draft.id)}>
      <button className="button" type="submit">
        {say('status.letThisOneCountAnd')}
      </button>
    </form>
  );
}

type EntryProps = { entry: StatusEntry; pairs: readonly OwnPair[]; now: Date };

const Entry = ({ entry, pairs, now }: EntryProps) => (
  <section className="card stack" aria-label={`${entry.cycle.program.name}, ${entry.cycle.name}`}>
    <h2>
      {entry.cycle.program.name}, {entry.cycle.name}
    </h2>
    {entry.applications.map((application) => (
      <ApplicationLine key={application.id} entry={entry} application={application} now={now} />
    ))}
    <p className="soft">{nextStepInWords(entry.cycle, entry.cycle.acts, now)}</p>
    <Pairs pairs={pairs.filter(({ cycleId }) => cycleId === entry.cycle.id)} />
    <Changing entry={entry} now={now} />
    <Choosing entry={entry} />
    <Confidential entry={entry} now={now} />
  </section>
);

type Props = {
  entries: readonly StatusEntry[];
  /** Only of a proven person. */
  funding: readonly FundingEntry[];
  pairs: readonly OwnPair[];
  events: readonly OwnEvent[];
  email: string | null;
  proven: boolean;
  said: string;
  now: Date;
};

/** Each application: one sentence, the next date, and what can be done now. */
export function StatusPage({ entries, funding, pairs, events, email, proven, said, now }: Props) {
  const program = entries[0]?.cycle.program;
  return (
    <Document
      title={say('status.myApplications')}
      {...(program
        ? { contact: { name: program.contactName, email: program.contactEmail, phone: program.contactPhone } }
        : {})}
    >
      <div className="form-column stack-l">
        {said ? <Notice tone="good" heading={said} /> : null}
        <div className="stack-s">
          <h1>{say('status.myApplications')}</h1>
          {email ? (
            <p className="soft">{say(proven ? 'status.forAddress' : 'status.forUnprovenAddress', { email })}</p>
          ) : null}
        </div>
        {entries.map((entry) => (
          <Entry key={entry.draft?.id ?? entry.applications[0]?.id} entry={entry} pairs={pairs} now={now} />
        ))}
        <Events events={events} now={now} />
        {funding.map((entry) => (
          <FundingCard key={entry.offer.id} entry={entry} />
        ))}
        {entries.length === 0 ? (
          <p>{rich('status.thereIsNothingHereYet', { link: (words) => <a href={paths.home()}>{words}</a> })}</p>
        ) : null}
        <p className="row">
          {proven && entries.length > 0 ? <a href={paths.statusCopy()}>{say('status.getACopyOfEverything')}</a> : null}
          {proven && entries.length > 0 ? <a href={paths.statusErase()}>{say('erase.eraseEverything')}</a> : null}
          <a href={paths.resume()}>{say('status.lookForAnotherAddress')}</a>
        </p>
      </div>
      <ForgetMe />
    </Document>
  );
}
