'use client';

import { useActionState } from 'react';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { saveOfferAction } from '../actions';
import type { OfferForm as Offer } from '../queries';

type Props = { cycle: string; cycleId: string; offer: Pick<Offer, 'version' | 'values'> | null };

const FIRST: Offer['values'] = {
  name: 'Funded one-year memberships',
  slots: '50',
  opensOn: '',
  closesOn: '',
  decideOn: '',
  waitlistOn: '',
  criteria: [
    'Need | Could they join without it? | Easily | With some effort | Hardly | Not at all',
    'Use | What would they do with a membership? | Unclear | A first idea | A plan | A plan, with first steps',
  ].join('\n'),
  obligations: '',
};

/** Slots, days, criteria and obligations of a cycle's funded memberships. */
export function OfferForm({ cycle, cycleId, offer }: Props) {
  const [state, action, pending] = useActionState(saveOfferAction, FRESH);
  const typed = state.tries > 0 ? state.typed : { ...(offer?.values ?? FIRST) };
  const day = (name: keyof Offer['values'], label: string, hint: string) => (
    <TextField type="date" short name={name} label={label} hint={hint} value={typed[name]} />
  );
  return (
    <form action={action} key={state.tries} className="stack-s">
      {Object.entries({ cycle, cycleId, version: offer?.version ?? 0 }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ProblemBox problem={state.problem} />
      <TextField name="name" label="What is offered" hint="As applicants read it." value={typed.name} />
      <TextField
        type="number"
        short
        name="slots"
        label="Memberships"
        hint="How many there are. After asking has closed, more can be added."
        value={typed.slots}
      />
      <div className="grid gap-x-6 sm:grid-cols-2 [&>.field]:mt-7!">
        {day('opensOn', 'Opens', 'From midnight on.')}
        {day('closesOn', 'Closes', 'Until 11:59 p.m.')}
        {day('decideOn', 'Decide by', 'Everybody who asked is told by then.')}
        {day('waitlistOn', 'Waitlist until', 'Freed memberships go to the waitlist until then.')}
      </div>
      <TextField
        rows={6}
        name="criteria"
        label="Criteria"
        hint="One a line: name | question | words for 1 | for 2 | for 3 | for 4."
        value={typed.criteria}
      />
      <TextField
        rows={4}
        name="obligations"
        label="Obligations"
        hint="One a line, the day first: 2027-03-01 A post for the association’s blog"
        value={typed.obligations}
      />
      <div className="actions">
        <button className="button primary" type="submit" aria-disabled={pending}>
          Save the offer
        </button>
      </div>
    </form>
  );
}
