import { lockAction, proposeAction, removeRuleAction, unpairAction, vetoAction } from '../../actions';
import { Ask } from '../../inquiries/components/ask';
import { Press, Unpressable } from '../../components/press';
import type { CandidateEntry, ChosenMentee } from '../queries';

/** Where the buttons stand: what every form of the page posts. */
export type Desk = {
  code: string;
  number: number;
  cycleId: string;
  planId: string;
  version: number;
  /** The viewer is the chair and nothing is released. */
  mayChange: boolean;
  /** The plan itself can be changed by hand. */
  open: boolean;
  /** Number of the cycle's ballot that is under way. */
  ballot: number | null;
};

type Props = { desk: Desk; mentee: ChosenMentee; candidate: CandidateEntry; best: boolean };

export const placeOf = ({ code, number }: Desk, menteeId: string) => ({ code, number, mentee: menteeId });

export function CandidateButtons({ desk, mentee, candidate, best }: Props) {
  const { cycleId } = desk;
  const place = placeOf(desk, mentee.id);
  const pair = { ...place, cycleId, menteeId: mentee.id, mentorId: candidate.mentorId };
  const about = `${candidate.name} with ${mentee.name}`;
  return (
    <div className="buttons">
      <PairButton desk={desk} mentee={mentee} candidate={candidate} best={best} />
      {candidate.lock ? (
        <Press
          action={removeRuleAction}
          fields={{ ...place, ruleId: candidate.lock.id }}
          label="Remove lock"
          about={`on ${about}`}
        />
      ) : (
        <Press action={lockAction} fields={pair} label="Lock" about={about} />
      )}
      <VetoForm pair={pair} about={about} />
      <WhatIfs desk={desk} mentee={mentee} candidate={candidate} />
    </div>
  );
}

function PairButton({ desk, mentee, candidate, best }: Props) {
  const { planId, version } = desk;
  const about = `${candidate.name} ${candidate.isPartner ? 'and' : 'to'} ${mentee.name}`;
  const change = { ...placeOf(desk, mentee.id), planId, version };
  if (!desk.open) return null;
  if (candidate.isPartner && mentee.partner)
    return (
      <Press
        action={unpairAction}
        fields={{ ...change, matchId: mentee.partner.matchId }}
        label="Unpair"
        about={about}
      />
    );
  if (mentee.partner) return null;
  if (candidate.free === 0) return <Unpressable label="Propose" why="No free place" />;
  const fields = { ...change, menteeId: mentee.id, mentorId: candidate.mentorId };
  return (
    <Press action={proposeAction} fields={fields} label="Propose" about={about} kind={best ? 'primary' : 'plain'} />
  );
}

const VetoForm = ({ pair, about }: { pair: Record<string, string | number>; about: string }) => (
  <details>
    <summary>
      Veto<span className="hidden-visually"> {about}</span>
    </summary>
    <Press action={vetoAction} fields={pair} label="Rule out this pair" kind="danger">
      <label className="label small" htmlFor={`why-${pair.mentorId}`}>
        Reason, for the committee
      </label>
      <input className="input" id={`why-${pair.mentorId}`} name="reason" maxLength={500} autoComplete="off" />
    </Press>
  </details>
);

/** Questions about this pair; the answer is a page, and nothing changes by asking. */
function WhatIfs({ desk, mentee, candidate }: Omit<Props, 'best'>) {
  const { code, number, planId } = desk;
  const place = { code, number, planId };
  const pair = { menteeId: mentee.id, mentorId: candidate.mentorId };
  const about = `${candidate.name} with ${mentee.name}`;
  const { partner } = mentee;
  return (
    <details>
      <summary>
        What if<span className="hidden-visually"> {about}</span>…
      </summary>
      <div className="row-s">
        {candidate.lock ? null : (
          <Ask place={place} question={{ kind: 'lock', ...pair }} label="…locked" about={about} />
        )}
        <Ask place={place} question={{ kind: 'veto', ...pair }} label="…ruled out" about={about} />
        {partner && !candidate.isPartner
          ? candidate.holds.map(({ id, name }) => (
              <Ask
                key={id}
                place={place}
                question={{ kind: 'swap', ...pair, otherMenteeId: id, otherMentorId: partner.mentorId }}
                label={`…swapped with ${name}`}
                about={about}
              />
            ))
          : null}
        <Ask
          place={place}
          question={{ kind: 'place', mentorId: candidate.mentorId }}
          label="…one more place"
          about={`of ${candidate.name}`}
        />
        <Ask
          place={place}
          question={{ kind: 'withdraw', applicationId: candidate.mentorId }}
          label="…withdrew"
          about={candidate.name}
        />
      </div>
    </details>
  );
}
