import { priorityAfter } from '@/domain/carry';
import { paths } from '@/lib/paths';
import { Reference } from '@/ui/static/shapes';
import { removeRuleAction, unpairAction } from '../../actions';
import { counted } from '../../components/fits';
import { Press } from '../../components/press';
import { DoneNote } from '../../components/words';
import type { ChosenMentee } from '../queries';
import { placeOf, type Desk } from './candidate-buttons';
import { Candidate } from './candidate';

const MOST_SHOWN = 12;

type Props = { desk: Desk; mentee: ChosenMentee; all: boolean; done: string };

/** Every mentor for one mentee: those who may, best first; then those who may not, with the rule that excludes each. */
export function Candidates({ desk, mentee, all, done }: Props) {
  const { candidates } = mentee;
  const shown = all
    ? candidates
    : candidates.filter(({ isPartner, lock }, index) => index < MOST_SHOWN || isPartner || lock);
  const firstFree = candidates.findIndex(({ free }) => free > 0);
  return (
    <section className="card" id="candidates" aria-labelledby="candidates-head">
      <h2 id="candidates-head">
        Candidates for {mentee.name} <span className="mono">best first</span>
      </h2>
      <DoneNote done={done} />
      {mentee.waits > 0 ? (
        <p className="small">
          {mentee.shortName} was left without a mentor by {counted(mentee.waits, 'earlier cycle', 'earlier cycles')},
          and counts for {priorityAfter(mentee.waits)} where not all can be matched.
        </p>
      ) : null}
      {mentee.partner && desk.mayChange && desk.open ? (
        <p className="small soft">
          To propose somebody else, unpair {mentee.shortName} first. A lock or a veto needs no unpairing: the next run
          goes by it.
        </p>
      ) : null}
      {candidates.length === 0 ? <p>No mentor is open to {mentee.shortName}. The rules below say why.</p> : null}
      <ol className="plain">
        {shown.map((candidate) => (
          <Candidate
            key={candidate.mentorId}
            desk={desk}
            mentee={mentee}
            candidate={candidate}
            best={candidates[firstFree] === candidate}
          />
        ))}
      </ol>
      {shown.length < candidates.length ? (
        <p>
          <a href={paths.plan(desk.code, desk.number, `?mentee=${mentee.id}&all=1#candidates`)}>
            Show all {candidates.length} candidates
          </a>
        </p>
      ) : null}
      <NotShown desk={desk} mentee={mentee} />
    </section>
  );
}

function NotShown({ desk, mentee }: { desk: Desk; mentee: ChosenMentee }) {
  const { excluded } = mentee;
  if (excluded.length === 0) return null;
  const place = placeOf(desk, mentee.id);
  const { planId, version } = desk;
  return (
    <details open={excluded.some(({ isPartner }) => isPartner)}>
      <summary>Not shown: {counted(excluded.length, 'mentor', 'mentors')}</summary>
      <ul className="plain stack-s">
        {excluded.map(({ mentorId, name, reference, rules, veto, isPartner }) => (
          <li key={mentorId} className="row-s">
            <strong>{name}</strong> <Reference>{reference}</Reference>
            <span>
              {rules.join('. ')}
              {veto ? `: vetoed by the committee, “${veto.reason}”` : ''}
              {isPartner ? '. In this plan all the same' : ''}
            </span>
            {veto && desk.mayChange ? (
              <Press
                action={removeRuleAction}
                fields={{ ...place, ruleId: veto.id }}
                label="Remove veto"
                about={`on ${name}`}
              />
            ) : null}
            {isPartner && mentee.partner && desk.mayChange && desk.open ? (
              <Press
                action={unpairAction}
                fields={{ ...place, planId, version, matchId: mentee.partner.matchId }}
                label="Unpair"
                about={name}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
