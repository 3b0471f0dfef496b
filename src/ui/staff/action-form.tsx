'use client';

import { useActionState, useEffect, useRef, type ReactNode } from 'react';
import { FRESH, type FormState, type Wrong } from '@/lib/form-state';

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

/** What is wrong, on top of the form; it takes the focus, so that it is heard. */
export function ProblemBox({ problem }: { problem: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.focus();
  }, [problem]);
  if (!problem) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <p>
        <strong>Error:</strong> {problem}
      </p>
    </div>
  );
}

type Props = {
  action: FormAction;
  /** Hidden fields: where the form stands and what it is about. */
  fields: Record<string, string | number>;
  label: string;
  tone?: 'primary' | 'danger' | 'plain' | 'quiet';
  /** What the button is about, for those who hear it without seeing where it stands. */
  about?: string;
  /** Fields to fill in, above the button; given what was typed when the form comes back. */
  children?: ReactNode;
};

/** A button that does one thing, with the reason when it cannot. */
export function ActionForm({ action, fields, label, tone = 'plain', about, children }: Props) {
  const [state, submit, pending] = useActionState(action, FRESH);
  return (
    <form action={submit} className={tone === 'quiet' && !children && !state.problem ? undefined : 'stack-s'}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ProblemBox problem={state.problem} />
      {children}
      <button className={`button ${tone === 'plain' ? '' : tone}`} type="submit" aria-disabled={pending}>
        {pending ? `${label} …` : label}
        {about ? <span className="hidden-visually"> {about}</span> : null}
      </button>
    </form>
  );
}

type FieldsProps = Omit<Props, 'about' | 'children'> & {
  className?: string | undefined;
  /** What the fields hold before anything was typed. */
  standing?: FormState['typed'];
  /** The fields, given what they hold now, and what is wrong with one: when the answer was no, what was typed stays. */
  children: (typed: FormState['typed'], again: boolean, wrong: Wrong) => ReactNode;
};

/** A form of a staff page: its fields, and one button that sends them. */
export function FieldsForm({ action, fields, label, tone = 'plain', className, standing = {}, children }: FieldsProps) {
  const [state, submit, pending] = useActionState(action, FRESH);
  const again = state.tries > 0;
  return (
    <form action={submit} key={state.tries} className={className}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ProblemBox problem={state.problem} />
      {children(again ? state.typed : standing, again, state.field ? { [state.field]: state.problem } : {})}
      <div className="actions">
        <button className={`button ${tone === 'plain' ? '' : tone}`} type="submit" aria-disabled={pending}>
          {label}
        </button>
      </div>
    </form>
  );
}
