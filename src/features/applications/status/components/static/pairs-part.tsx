import type { OwnPair } from '@/features/pairs/own/queries';
import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { RoleTag } from '@/ui/static/shapes';

/** The way to the page of each pair that this person knows of. */
export const Pairs = ({ pairs }: { pairs: readonly OwnPair[] }) =>
  pairs.map(({ id, reference, partner, phase, assess }) => (
    <p key={id} className="row-s">
      <RoleTag shape="match">{say('pair.yourPair')}</RoleTag>
      <a href={paths.pair(reference?.toLowerCase() ?? id)}>{say('pair.toPair', { name: partner })}</a>
      {phase === 'completed' ? (
        <a href={paths.pairPaper(reference?.toLowerCase() ?? id, 'certificate')}>{say('closing.seeCertificate')}</a>
      ) : null}
      {assess ? <a href={paths.pairClosing(reference?.toLowerCase() ?? id)}>{say('closing.go')}</a> : null}
    </p>
  ));
