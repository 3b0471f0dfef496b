import type { GuardedCycle } from '@/auth/guard';
import type { Applicant, Twins } from '@/domain/twins';
import { ActionForm } from '@/ui/staff/action-form';
import { Done } from '@/ui/staff/parts';
import { EmptyState } from '@/ui/static/notice';
import { Tag } from '@/ui/static/shapes';
import { decideTwinsAction } from '../actions';

const DONE: Record<string, string> = {
  joined: 'They are one person now: one letter, and never matched with themselves.',
  apart: 'They are two people. They are not suggested again.',
};

type Props = { cycle: GuardedCycle; twins: readonly Twins[]; done: string };

/** People who could be one, side by side. */
export function TwinsPage({ cycle, twins, done }: Props) {
  const said = DONE[done];
  return (
    <div className="stack-xl">
      {said ? <Done>{said}</Done> : null}
      <header className="stack-s">
        <h1>The same person twice?</h1>
        <p className="soft reading">
          People apply from two addresses. Nothing is joined by itself: look, and ask them if you are not sure. Joining
          is not undone.
        </p>
      </header>
      {twins.length === 0 ? (
        <EmptyState heading="Nobody looks like somebody else">
          <p>New applications are compared whenever this page is opened.</p>
        </EmptyState>
      ) : (
        <ul className="plain stack">
          {twins.map(({ first, second, why }) => (
            <li key={`${first.personId} ${second.personId}`} className="card stack">
              <p className="row-s">
                {why.map((reason) => (
                  <Tag key={reason} tone="wait">
                    {reason}
                  </Tag>
                ))}
              </p>
              <div className="grid gap-6 lg:grid-cols-2">
                <Person cycle={cycle} person={first} other={second} />
                <Person cycle={cycle} person={second} other={first} />
              </div>
              <ActionForm
                action={decideTwinsAction}
                fields={{ ...place(cycle), keep: first.personId, other: second.personId, same: 'no' }}
                label="They are two people"
                about={`${first.email} and ${second.email}`}
                tone="quiet"
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const place = (cycle: GuardedCycle) => ({ cycle: cycle.code, cycleId: cycle.id });

const Person = ({ cycle, person, other }: { cycle: GuardedCycle; person: Applicant; other: Applicant }) => (
  <div className="stack-s">
    <h2>{person.name}</h2>
    <p>
      {person.email}
      {[person.employer, person.city, person.phone].filter(Boolean).map((fact) => (
        <span key={fact} className="block soft small">
          {fact}
        </span>
      ))}
    </p>
    <ActionForm
      action={decideTwinsAction}
      fields={{ ...place(cycle), keep: person.personId, other: other.personId, same: 'yes' }}
      label="One person: write to this address"
      about={person.email}
    />
  </div>
);
