'use client';

import { startTransition, useActionState, type FormEvent, type ReactNode } from 'react';
import { FRESH, type FormState } from '@/lib/form-state';

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  fields: Readonly<Record<string, string | number>>;
  label: string;
  /** Said after the label to those who hear the page: with whom. */
  about?: string;
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  children?: ReactNode;
};

/** A button that changes something; a "no" is said right beside it. Works without script too. */
export function Press({ action, fields, label, about, kind = 'plain', children }: Props) {
  const [{ problem }, submit, pending] = useActionState(action, FRESH);
  /** Sent by hand, for the framework empties a form that it has sent, also when the answer was no. */
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => submit(form));
  };
  return (
    <form action={submit} onSubmit={send} className="press">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <button className={`button ${kind === 'plain' ? '' : kind}`} type="submit" aria-disabled={pending}>
        {label}
        {about ? <span className="hidden-visually"> {about}</span> : null}
      </button>
      {problem ? (
        <p className="problem" role="alert">
          Error: {problem}
        </p>
      ) : null}
    </form>
  );
}

/** A button that cannot be used yet, with the reason. */
export const Unpressable = ({ label, why }: { label: string; why: string }) => (
  <span className="press">
    <button className="button" type="button" disabled>
      {label}
    </button>
    <span className="small soft">{why}</span>
  </span>
);
