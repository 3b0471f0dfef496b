import { ActionForm } from '@/ui/staff/action-form';
import { approveRestAction } from '../../actions';
import type { SeenBallot } from '../queries';

type Props = { ballot: SeenBallot; code: string };

/** For who has read the list: approves at once what they have not voted on. Matches that came later are not among them. */
export function ApproveRest({ ballot, code }: Props) {
  const rest = ballot.items.filter(({ mine, takesVote }) => takesVote && mine === null);
  if (rest.length < 2) return null;
  const items = rest.map(({ id }) => id).join(' ');
  return (
    <details>
      <summary>Read them all, and nothing against the rest?</summary>
      <ActionForm
        action={approveRestAction}
        fields={{ cycle: code, number: ballot.number, page: 'ballot', ballotId: ballot.id, items }}
        label={`Approve the ${rest.length} matches I have not voted on`}
      />
    </details>
  );
}
