import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { formatInstant } from '@/domain/dates';
import { may } from '@/domain/permissions';
import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';
import { EmptyState } from '@/ui/static/notice';
import { findUncertain, type Uncertain } from '../queries';
import { SettleAllForm, SettleForm } from './settle-forms';

type Props = { user: UserActor; cycle: GuardedCycle; now: Date; saved: boolean };

/** Letters of which nobody knows whether they arrived, and what a person can find out. */
export async function UncertainPage({ user, cycle, now, saved }: Props) {
  const letters = await findUncertain(cycle.id, user.closed);
  const mayMend = may(user, 'delivery.mend', { programId: cycle.programId }, now);
  return (
    <div className="stack-l">
      {saved ? <Done>Noted.</Done> : null}
      <header className="stack-s reading">
        <p className="crumbs">
          <a href={paths.deliveries(cycle.code)}>Delivery log</a>
        </p>
        <h1>Letters in doubt</h1>
        <p className="soft">
          The mail server was lost while it took these. They may have arrived or not, so none goes again by itself. Ask
          the person, or look for the letter’s number in the mail server’s log.
        </p>
      </header>
      {letters.length === 0 ? (
        <EmptyState heading="No letter is in doubt">
          <p>
            <a href={paths.deliveries(cycle.code)}>See every letter</a>
          </p>
        </EmptyState>
      ) : (
        <Letters code={cycle.code} letters={letters} timeZone={cycle.timeZone} mayMend={mayMend} />
      )}
      {mayMend && letters.length > 1 ? (
        <section className="stack-s reading" aria-labelledby="all">
          <h2 id="all">All at once</h2>
          <SettleAllForm code={cycle.code} cycleId={cycle.id} seen={letters.length} />
        </section>
      ) : null}
    </div>
  );
}

type LettersProps = { code: string; letters: readonly Uncertain[]; timeZone: string; mayMend: boolean };

function Letters({ code, letters, timeZone, mayMend }: LettersProps) {
  return (
    <div className="table-wrap">
      <table className="table cards">
        <caption className="hidden-visually">Letters in doubt</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">What is known</th>
            {mayMend ? <th scope="col">What became of it</th> : null}
          </tr>
        </thead>
        <tbody>
          {letters.map((letter) => (
            <tr key={letter.id}>
              <th scope="row">
                {letter.toName}
                <br />
                <span className="small soft font-normal">{letter.toAddress}</span>
              </th>
              <td data-label="What is known">
                <Known letter={letter} timeZone={timeZone} />
              </td>
              {mayMend ? (
                <td data-label="What became of it">
                  <details>
                    <summary>
                      Say it<span className="hidden-visually"> for {letter.toName}</span>
                    </summary>
                    <SettleForm code={code} messageId={letter.id} />
                  </details>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Known = ({
  letter: { id, subject, lastReply, attempts, triedAt },
  timeZone,
}: {
  letter: Uncertain;
  timeZone: string;
}) => (
  <div className="stack-s">
    <p>
      {subject}
      <br />
      <span className="soft">{lastReply || 'No answer.'}</span>
    </p>
    <p className="small soft">
      {attempts === 1 ? 'One attempt' : `${attempts} attempts`}
      {triedAt ? `, the last one ${formatInstant(triedAt, timeZone)}` : ''}.
    </p>
    <p className="small mono">{id}</p>
  </div>
);
