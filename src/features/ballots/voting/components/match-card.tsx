import type { ReactNode } from 'react';
import { VOTE_LABELS } from '@/domain/ballot';
import { FACTORS } from '@/domain/matching/factors';
import { RoleTag, Reference, Tag } from '@/ui/static/shapes';
import { ResultTag, tallyInWords, VoteTag } from '../../components/words';
import type { SeenItem } from '../queries';
import { TakeBack, VoteForm, type VotePlace } from './vote-form';

const THOUSAND = 1000;
const points = (thousandths: number) => (thousandths / THOUSAND).toLocaleString('en-US', { maximumFractionDigits: 1 });

export const pairName = ({ mentee, mentor }: SeenItem): string => `${mentee.name} with ${mentor.name}`;

type Props = { item: SeenItem; place: VotePlace; children?: ReactNode };

/** One match to vote on: who, how well they fit and why, my vote, and the others' once I see them. */
export const MatchCard = ({ item, place, children }: Props) => (
  <li className="ballot-item" id={`match-${item.id}`}>
    <p className="score">
      {Math.round(item.fit / THOUSAND)}
      <span className="of">points</span>
    </p>
    <div className="stack-s what">
      <Pair item={item} />
      <Reasons item={item} />
      <VotesOn item={item} />
    </div>
    <div className="stack-s mine">
      <MyVote item={item} place={place} />
      {children}
    </div>
  </li>
);

export const Pair = ({ item }: { item: SeenItem }) => (
  <div className="stack-s">
    <h3 className="pair">
      <span>
        <RoleTag shape="mentee" /> {item.mentee.name} <Reference>{item.mentee.reference}</Reference>
      </span>
      <span>
        <RoleTag shape="mentor" /> {item.mentor.name} <Reference>{item.mentor.reference}</Reference>
      </span>
    </h3>
    {item.handMade || item.left || item.result ? (
      <p className="row-s">
        {item.result ? <ResultTag result={item.result} byConsent={item.byConsent} /> : null}
        {item.handMade ? <Tag>By hand</Tag> : null}
        {item.left ? <Tag tone="bad">Left the ballot</Tag> : null}
      </p>
    ) : null}
  </div>
);

/** Points per factor as a bar and as numbers, and why in words. */
export function Reasons({ item: { reasons } }: { item: SeenItem }) {
  const known = FACTORS.flatMap(({ key, label }, shade) =>
    reasons.filter(({ factor }) => factor === key).map((one) => ({ ...one, label, shade: `p${shade + 1}` })),
  );
  const before = (index: number) => known.slice(0, index).reduce((sum, one) => sum + one.points, 0);
  return (
    <>
      <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        {known.map(({ factor, points: value, shade }, index) => (
          <rect
            key={factor}
            className={shade}
            x={before(index) / THOUSAND}
            width={Math.max(0, value / THOUSAND - 0.8)}
            height="8"
          />
        ))}
      </svg>
      <ul className="points plain">
        {known.map(({ factor, label, points: value, shade }) => (
          <li key={factor}>
            <svg className="swatch" viewBox="0 0 10 10" aria-hidden="true">
              <rect className={shade} width="10" height="10" />
            </svg>
            {label} <b>{points(value)}</b>
          </li>
        ))}
      </ul>
      <p className="small">
        {known
          .map(({ reason }) => reason)
          .filter((reason) => reason !== '')
          .slice(0, 3)
          .join(' ')}
      </p>
    </>
  );
}

/** How many voted; what they said, once the viewer reads it. */
export function VotesOn({ item }: { item: SeenItem }) {
  const { tally, others, cast, needed, quorate, uncounted } = item;
  return (
    <div className="stack-s small votes">
      <p>
        {tally ? `${tallyInWords(tally)}. ` : `${cast} ${cast === 1 ? 'vote is' : 'votes are'} in. `}
        {quorate ? 'Quorum reached.' : `${needed} needed for a quorum.`}
        {others === null && item.takesVote ? ' You see the others’ votes after yours.' : ''}
        {uncounted > 0
          ? ` ${uncounted} not counted: whoever cast ${uncounted === 1 ? 'it' : 'them'} is no longer on the committee.`
          : ''}
      </p>
      {others && others.length > 0 ? (
        <ul className="plain others">
          {others.map(({ name, vote, reason }) => (
            <li key={name}>
              <VoteTag vote={vote} /> {name}
              {reason ? `: ${reason}` : ''}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** My vote, with the buttons while it can be given or changed. */
export function MyVote({ item, place }: Omit<Props, 'children'>) {
  const { id, mine, takesVote } = item;
  const about = pairName(item);
  if (!takesVote)
    return mine ? (
      <p className="small">
        Your vote: <VoteTag vote={mine.vote} /> {mine.reason}
      </p>
    ) : null;
  return (
    <>
      <p className="small" aria-live="polite">
        {mine ? `Your vote: ${VOTE_LABELS[mine.vote]}.` : ''}
      </p>
      <VoteForm place={place} itemId={id} about={about} mine={mine} />
      {mine ? <TakeBack place={place} itemId={id} about={about} mine={mine} /> : null}
    </>
  );
}
