import { say } from '@/lib/words/say';

export type Wish = { wanted: boolean; begunAt: Date | null } | null;

type Props = { action: string; wish: Wish; isMentor: boolean };

/** Whether the next cycle should have somebody: what was said, and two buttons. Once a form was begun it is said. */
export function CarryForm({ action, wish, isMentor }: Props) {
  if (wish?.begunAt) return <p>{say('carry.begun')}</p>;
  return (
    <form method="post" action={action} className="stack-s">
      {wish ? (
        <p>
          <strong>{say(wish.wanted ? 'carry.saidYes' : 'carry.saidNo')}</strong>
        </p>
      ) : null}
      <div className="row">
        {wish?.wanted === true ? null : (
          <button className="button primary" type="submit" name="wanted" value="yes">
            {say(isMentor ? 'carry.yesMentor' : 'carry.yesMentee')}
          </button>
        )}
        {wish?.wanted === false ? null : (
          <button className="button" type="submit" name="wanted" value="no">
            {say('carry.no')}
          </button>
        )}
      </div>
    </form>
  );
}
