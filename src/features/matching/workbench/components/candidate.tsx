import { Reference, Tag } from '@/ui/static/shapes';
import { counted, points, wholePoints } from '../../components/fits';
import type { CandidateEntry, ChosenMentee } from '../queries';
import { CandidateButtons, type Desk } from './candidate-buttons';
import { Score } from './score';

type Props = { desk: Desk; mentee: ChosenMentee; candidate: CandidateEntry; best: boolean };

const freeWords = ({ free, places }: CandidateEntry) => `${free} of ${counted(places, 'place', 'places')} free`;

/** What everybody else would lose if this pair were chosen. */
function priceWords({ othersLose, matchedChange }: NonNullable<CandidateEntry['price']>): string {
  const fewer =
    matchedChange < 0 ? `${counted(-matchedChange, 'mentee fewer is', 'mentees fewer are')} matched, and ` : '';
  const change =
    othersLose > 0
      ? `all others lose ${points(othersLose)} points`
      : othersLose < 0
        ? `all others gain ${points(-othersLose)} points`
        : 'nobody else loses anything';
  return `If chosen, by fit: ${fewer}${change}.`;
}

/** One mentor for the chosen mentee: fit, where it comes from, and what can be done. */
export function Candidate({ desk, mentee, candidate, best }: Props) {
  const { name, reference, place, fit, points: parts, notConsidered, sentence, isPartner, lock } = candidate;
  return (
    <li className={`candidate ${isPartner ? 'chosen' : ''}`}>
      <p className="score">
        {wholePoints(fit)}
        <span className="of">points</span>
      </p>
      <div className="what">
        <div className="row-s">
          <h3>{name}</h3>
          <Reference>{reference}</Reference>
          {place ? <span className="mono">· {place}</span> : null}
          {isPartner ? <Tag tone="match">In this plan</Tag> : null}
          {isPartner && mentee.partner?.handMade ? <Tag>By hand</Tag> : null}
          {lock ? <Tag tone="wait">Locked</Tag> : null}
        </div>
        <Score factors={parts} notConsidered={notConsidered} />
        <p className="small">
          {sentence} <strong>{freeWords(candidate)}.</strong>
        </p>
        {candidate.price ? <p className="small soft">{priceWords(candidate.price)}</p> : null}
      </div>
      {desk.mayChange ? <CandidateButtons desk={desk} mentee={mentee} candidate={candidate} best={best} /> : null}
    </li>
  );
}
