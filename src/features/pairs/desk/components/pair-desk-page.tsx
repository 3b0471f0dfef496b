import type { ReactNode } from 'react';
import type { GuardedCycle } from '@/auth/guard';
import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';
import { Reference, RoleTag, Tag } from '@/ui/static/shapes';
import type { DeskPair } from '../queries';
import { LiaisonForm, MoveForm, type PairPlace } from './pair-forms';
import { PairHistory, type HistoryEvent } from './pair-history';
import { HEALTH_LABELS, HEALTH_TONES } from './pair-labels';
import { PairFacts, PairAnswers } from './pair-facts';
import { TaskList } from './task-list';

type Props = {
  cycle: GuardedCycle;
  pair: DeskPair;
  history: readonly HistoryEvent[];
  carers: readonly { id: string; name: string; load: number }[];
  /** A liaison's page; else that of the office and who leads. */
  own: boolean;
  moves: boolean;
  arranges: boolean;
  done: string;
  now: Date;
};

const SAID: Readonly<Record<string, string>> = {
  moved: 'Done. It is in the history.',
  closed: 'The task is closed, and your note is kept.',
  liaison: 'The liaison is kept.',
};

type Move = 'hold' | 'resume' | 'end_early';
const MOVES_OF: Partial<Record<DeskPair['state'], readonly Move[]>> = {
  confirmed: ['end_early'],
  active: ['hold', 'end_early'],
  on_hold: ['resume', 'end_early'],
};

/** Which moves begin where the pair stands. */
function movesOf({ state, contactStoppedAt }: DeskPair): readonly Move[] {
  const moves = MOVES_OF[state] ?? [];
  return contactStoppedAt && state !== 'on_hold' ? ['resume', ...moves] : moves;
}

function Head({ pair, cycle, own }: Pick<Props, 'pair' | 'cycle' | 'own'>) {
  const { mentor, mentee, reference, health, contactStoppedAt, endedReason } = pair;
  return (
    <header className="stack-s">
      <p className="small">
        <a href={own ? paths.ownPairs(cycle.code) : paths.pairsDesk(cycle.code)}>{own ? 'My pairs' : 'All pairs'}</a>
      </p>
      <h1>
        {mentor.name || mentor.reference} and {mentee.name || mentee.reference}
      </h1>
      <p className="row-s">
        <Reference>{reference}</Reference>
        <Tag tone={HEALTH_TONES[health]}>{HEALTH_LABELS[health]}</Tag>
      </p>
      <p className="row-s">
        {[
          { ...mentor, shape: 'mentor' as const },
          { ...mentee, shape: 'mentee' as const },
        ].map((one) => (
          <span key={one.id} className="row-s">
            <RoleTag shape={one.shape} />
            <a href={paths.application(cycle.code, one.id)}>{one.name || one.reference}</a>
            {one.state === 'withdrawn' ? <span className="soft">has left</span> : null}
          </span>
        ))}
      </p>
      {contactStoppedAt ? (
        <p>
          <strong>Contact is stopped.</strong> Neither sees how to reach the other until the pair goes on.
        </p>
      ) : null}
      {endedReason ? <p className="soft">Ended because: “{endedReason}”</p> : null}
    </header>
  );
}

const Card = ({ id, heading, children }: { id: string; heading: string; children: ReactNode }) => (
  <section className="card stack-s" aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    {children}
  </section>
);

/** One pair for those who look after it: what waits, what the two said, what can be done, what was done. */
export function PairDeskPage({ cycle, pair, history, carers, own, moves, arranges, done, now }: Props) {
  const place: PairPlace = { cycle: cycle.code, pair: pair.id, on: own ? 'own' : 'desk' };
  const possible = moves ? movesOf(pair) : [];
  return (
    <div className="stack-l">
      {SAID[done] ? <Done>{SAID[done]}</Done> : null}
      <Head pair={pair} cycle={cycle} own={own} />
      <div className="two">
        <div className="stack-l">
          <TaskList pair={pair} place={place} timeZone={cycle.timeZone} now={now} />
          <PairAnswers pair={pair} timeZone={cycle.timeZone} now={now} />
          <PairHistory history={history} timeZone={cycle.timeZone} />
        </div>
        <div className="stack">
          <PairFacts pair={pair} now={now} />
          {own ? null : (
            <p>
              <a href={paths.closingPair(cycle.code, pair.id)}>What the two say at the end</a>
            </p>
          )}
          {arranges ? (
            <Card id="liaison" heading="Who looks after it">
              <LiaisonForm place={place} liaisonId={pair.liaisonId} carers={carers} />
            </Card>
          ) : (
            <Card id="liaison" heading="Who looks after it">
              <p>{pair.liaison?.name ?? 'Nobody yet.'}</p>
            </Card>
          )}
          {possible.length > 0 ? (
            <Card id="moves" heading="Pause or end">
              {possible.map((move) => (
                <MoveForm key={move} place={place} version={pair.version} move={move} />
              ))}
            </Card>
          ) : null}
        </div>
      </div>
    </div>
  );
}
