import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import type { EligibilityRule } from '@/domain/eligibility';
import type { Role } from '@/domain/mentoring';
import { RoleTag } from '@/ui/static/shapes';
import type { ProgramView } from '../../queries';

const Rules = ({ rules }: { rules: readonly EligibilityRule[] }) => (
  <ul className="bullets">
    {rules.map(({ key, kind, text }) => (
      <li key={key}>
        {worded(text)}
        {kind === 'should' ? <span className="quiet"> {say('programs.weHopeForThisIt')}</span> : null}
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
    <h2>{say('programs.whoCanApply')}</h2>
    <div className="facts">
      <div className="stack-s">
        <h3>
          <RoleTag shape="mentor">{say('programs.mentors')}</RoleTag>
        </h3>
        <Rules rules={eligibility.mentor} />
        {check ? <a href={check('mentor')}>{say('programs.checkWhetherYouCanBe')}</a> : null}
      </div>
      <div className="stack-s">
        <h3>
          <RoleTag shape="mentee">{say('programs.mentees')}</RoleTag>
        </h3>
        <Rules rules={eligibility.mentee} />
        {check ? <a href={check('mentee')}>{say('programs.checkWhetherYouCanBe2')}</a> : null}
      </div>
    </div>
  </section>
);

export const Objectives = ({ objectives, lang }: { objectives: readonly string[]; lang: string | undefined }) =>
  objectives.length === 0 ? null : (
    <section className="stack">
      <h2>{say('programs.whatItWantsToReach')}</h2>
      <ul className="bullets" lang={lang}>
        {objectives.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );

export const Commitments = ({ commitments, lang }: { commitments: readonly string[]; lang: string | undefined }) =>
  commitments.length === 0 ? null : (
    <section className="stack">
      <h2>{say('programs.whatYouCommitTo')}</h2>
      <ul className="bullets" lang={lang}>
        {commitments.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );

export const Confidential = ({ hasIdentity }: { hasIdentity: boolean }) => (
  <section className="stack">
    <h2>{say('programs.howMatchingWorksAndWhat')}</h2>
    <p>{say('programs.theCommitteeReadsEveryApplication')}</p>
    <ul className="bullets">
      <li>{say('programs.yourMatchSeesYourName')}</li>
      <li>{say('programs.aWishForSomebodyNearby')}</li>
      {hasIdentity ? <li>{say('programs.wishesAboutGenderRaceOr')}</li> : null}
      <li>{say('programs.peopleYouShouldNotBe')}</li>
    </ul>
  </section>
);

export function Roster({ roster }: { roster: ProgramView['roster'] }) {
  if (roster.length === 0) return null;
  return (
    <section className="stack">
      <h2>{say('programs.theCommittee')}</h2>
      <ul className="plain roster">
        {roster.map(({ name, affiliation, role, term }) => (
          <li key={name}>
            <strong>{name}</strong>
            {role && role !== 'Member' ? <span className="quiet">, {worded(role).toLowerCase()}</span> : null}
            <br />
            <span className="soft">{[affiliation, term].filter((part) => part !== '').join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One more of either is no need worth naming. */
const MUCH_MORE = 1.2;

/** The honest count: who is still needed. */
export function CountLine({ mentors, mentees }: { mentors: number; mentees: number }) {
  const key =
    mentees > mentors * MUCH_MORE
      ? 'soFarNeedMentors'
      : mentors > mentees * MUCH_MORE
        ? 'soFarRoomForMentees'
        : 'soFar';
  return <p className="soft">{say(`programs.${key}`, { mentees, mentors })}</p>;
}
