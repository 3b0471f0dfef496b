import type { EligibilityRule } from '@/domain/eligibility';
import type { Role } from '@/domain/mentoring';
import { RoleTag } from '@/ui/static/shapes';
import type { ProgramView } from '../../queries';

const Rules = ({ rules }: { rules: readonly EligibilityRule[] }) => (
  <ul className="bullets">
    {rules.map(({ key, kind, text }) => (
      <li key={key}>
        {text}
        {kind === 'should' ? <span className="quiet"> (we hope for this; it is no condition)</span> : null}
      </li>
    ))}
  </ul>
);

type EligibilityProps = {
  eligibility: ProgramView['eligibility'];
  /** Address of the page that tells at once; null between cycles. */ check: ((role: Role) => string) | null;
};

export const Eligibility = ({ eligibility, check }: EligibilityProps) => (
  <section className="stack">
    <h2>Who can apply</h2>
    <div className="facts">
      <div className="stack-s">
        <h3>
          <RoleTag shape="mentor">Mentors</RoleTag>
        </h3>
        <Rules rules={eligibility.mentor} />
        {check ? <a href={check('mentor')}>Check whether you can be a mentor</a> : null}
      </div>
      <div className="stack-s">
        <h3>
          <RoleTag shape="mentee">Mentees</RoleTag>
        </h3>
        <Rules rules={eligibility.mentee} />
        {check ? <a href={check('mentee')}>Check whether you can be a mentee</a> : null}
      </div>
    </div>
  </section>
);

export const Commitments = ({ commitments }: { commitments: readonly string[] }) => (
  <section className="stack">
    <h2>What you commit to</h2>
    <ul className="bullets">
      {commitments.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  </section>
);

export const Confidential = ({ hasIdentity }: { hasIdentity: boolean }) => (
  <section className="stack">
    <h2>How matching works, and what stays confidential</h2>
    <p>
      The committee reads every application. A matching service then proposes who fits whom, from the seven areas of
      work, topics, places and hours, and says why. The committee decides.
    </p>
    <ul className="bullets">
      <li>Your match sees your name, place, work and goals, and only the contact details you tick.</li>
      <li>A wish for somebody nearby is read by the committee and shown to no other applicant.</li>
      {hasIdentity ? (
        <li>
          Wishes about gender, race or ethnicity are optional and sealed: nobody on the committee or staff can read
          them, and they never decide whether you are matched.
        </li>
      ) : null}
      <li>People you should not be matched with are named to staff only.</li>
    </ul>
  </section>
);

export function Roster({ roster }: { roster: ProgramView['roster'] }) {
  if (roster.length === 0) return null;
  return (
    <section className="stack">
      <h2>The committee</h2>
      <ul className="plain roster">
        {roster.map(({ name, affiliation, role }) => (
          <li key={name}>
            <strong>{name}</strong>
            {role && role !== 'Member' ? <span className="quiet">, {role.toLowerCase()}</span> : null}
            <br />
            <span className="soft">{affiliation}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** One more of either is no need worth naming. */
const MUCH_MORE = 1.2;

/** The honest count: who is still needed. */
export function CountLine({ mentors, mentees }: { mentors: number; mentees: number }) {
  const need =
    mentees > mentors * MUCH_MORE
      ? ': we need mentors'
      : mentors > mentees * MUCH_MORE
        ? ': there is room for mentees'
        : '';
  return (
    <p className="soft">
      So far {counted(mentees, 'mentee')} and {counted(mentors, 'mentor')} applied{need}.
    </p>
  );
}
