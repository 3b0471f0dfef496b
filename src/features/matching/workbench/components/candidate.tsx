import { Reference, Tag } from '@/ui/static/shapes';
import { counted, wholePoints } from '../../components/fits';
import type { CandidateEntry, ChosenMentee } from '../queries';
import { CandidateButtons, type Desk } from './candidate-buttons';
import { Score } from './score';

type Props = { desk: Desk; mentee: ChosenMentee; candidate: CandidateEntry; best: boolean };

const freeWords = ({ free, places }: CandidateEntry) => `${free} of ${counted(places, 'place', 'places')} free`;

/** One mentor for the chosen mentee: fit, where it comes from, and what can be done. */
export function Candidate({ desk, mentee, candidate, best }: Props) {
  const { name, reference, place, fit, points, notConsidered, sentence, isPartner, lock } = candidate;
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
        <Score factors={points} notConsidered={notConsidered} />
        <p className="small">
          {sentence} <strong>{freeWords(candidate)}.</strong>
        </p>
      </div>
      {desk.mayChange ? <CandidateButtons desk={desk} mentee={mentee} candidate={candidate} best={best} /> : null}
    </li>
  );
}
