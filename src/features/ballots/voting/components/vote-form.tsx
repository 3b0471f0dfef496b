'use client';

import { startTransition, useActionState, type FormEvent } from 'react';
import { VOTE_LABELS, type Vote } from '@/domain/ballot';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { takeBackAction, voteAction } from '../../actions';

type Mine = { vote: Vote; reason: string; version: number };
export type VotePlace = { cycle: string; number: number; page: 'ballot' | 'meeting' };
type Props = { place: VotePlace; itemId: string; about: string; mine: Mine | null };

/** My vote on one match: two buttons of one press, and two that come with words. What was typed stays when the answer is no. */
export function VoteForm({ place, itemId, about, mine }: Props) {
  const [{ problem }, submit, pending] = useActionState(voteAction, FRESH);
  /** Sent by hand, for the framework empties a form that it has sent, also when the answer was no. */
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent; // React does not type the event of a submit
    const form = new FormData(event.currentTarget, submitter);
    startTransition(() => submit(form));
  };
  const button = (vote: Vote) => <VoteButton vote={vote} mine={mine} about={about} pending={pending} />;
  const spoke = mine?.vote === 'discuss' || mine?.vote === 'object';
  return (
    <form action={submit} onSubmit={send} className="vote">
      <Hidden fields={{ ...place, itemId, version: mine?.version ?? 0 }} />
      <div className="row-s">
        {button('approve')}
        {button('recuse')}
      </div>
      <details open={problem !== '' || spoke}>
        <summary>
          Discuss or object<span className="hidden-visually"> {about}</span>
        </summary>
        <div className="stack-s">
          <div>
            <label className="label small" htmlFor={`reason-${itemId}`}>
              What should be talked about
            </label>
            <span className="hint" id={`reason-${itemId}-hint`}>
              Needed to object. The committee and staff read it, nobody else.
            </span>
            <textarea
              className="textarea control"
              id={`reason-${itemId}`}
              name="reason"
              rows={2}
              aria-describedby={`reason-${itemId}-hint`}
              defaultValue={mine?.reason ?? ''}
            />
          </div>
          <div className="row-s">
            {button('discuss')}
            {button('object')}
          </div>
        </div>
      </details>
      <ProblemBox problem={problem} />
    </form>
  );
}

type ButtonProps = { vote: Vote; mine: Mine | null; about: string; pending: boolean };

const VoteButton = ({ vote, mine, about, pending }: ButtonProps) => (
  <button
    className={mine?.vote === vote ? 'button pressed' : 'button'}
    type="submit"
    name="vote"
    value={vote}
    aria-pressed={mine?.vote === vote}
    aria-disabled={pending}
  >
    {VOTE_LABELS[vote]}
    <span className="hidden-visually"> {about}</span>
  </button>
);

const Hidden = ({ fields }: { fields: Readonly<Record<string, string | number>> }) =>
  Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);

/** As if I had not voted yet. */
export function TakeBack({ place, itemId, about, mine }: Props) {
  const [{ problem }, submit, pending] = useActionState(takeBackAction, FRESH);
  return (
    <form action={submit}>
      <Hidden fields={{ ...place, itemId, version: mine?.version ?? 0 }} />
      <button className="button quiet" type="submit" aria-disabled={pending}>
        Take my vote back<span className="hidden-visually"> {about}</span>
      </button>
      <ProblemBox problem={problem} />
    </form>
  );
}
