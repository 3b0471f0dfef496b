import { say } from '@/lib/words/say';
import type { ReactNode } from 'react';

export type FieldProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  /** What is wrong with what was typed; '' or undefined when nothing is. */
  problem?: string | undefined;
  required?: boolean | undefined;
  /** Where label and hint are in another language than the page. */
  lang?: string | undefined;
};

/** Words that may be in another language than what stands around them. */
export const InLanguage = ({ lang, children }: { lang?: string | undefined; children: ReactNode }) =>
  lang ? <span lang={lang}>{children}</span> : children;

/** Where the error summary's link leads: the control itself, or the first of a group. */
export const fieldId = (name: string): string => `f-${name}`;

const hintId = (name: string) => `${fieldId(name)}-hint`;
const problemId = (name: string) => `${fieldId(name)}-problem`;

/** Ids of the texts that belong to a control, for aria-describedby. */
export const describedBy = ({ name, hint, problem }: FieldProps): string | undefined =>
  [problem ? problemId(name) : '', hint ? hintId(name) : ''].filter(Boolean).join(' ') || undefined;

export const Optional = ({ required }: { required?: boolean | undefined }) =>
  required ? null : <span className="soft"> {say('common.optional')}</span>;

export const Hint = ({ name, hint, lang }: FieldProps) =>
  hint ? (
    <span className="hint" id={hintId(name)} lang={lang}>
      {hint}
    </span>
  ) : null;

export const Problem = ({ name, problem }: FieldProps) =>
  problem ? (
    <span className="problem" id={problemId(name)}>
      {say('common.error', { words: problem })}
    </span>
  ) : null;

/** One control with a label of its own. */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  return (
    <div className={field.problem ? 'field has-problem' : 'field'}>
      <label className="label" htmlFor={fieldId(field.name)}>
        <InLanguage lang={field.lang}>{field.label}</InLanguage>
        <Optional required={field.required} />
      </label>
      <Hint {...field} />
      <Problem {...field} />
      <div className="control">{children}</div>
    </div>
  );
}

type GroupProps = FieldProps & { big?: boolean; optionalWord?: boolean; children: ReactNode };

/** Several controls that answer one question. */
export function Group({ big = false, optionalWord = true, children, ...field }: GroupProps) {
  return (
    <fieldset className={field.problem ? 'field has-problem' : 'field'} aria-describedby={describedBy(field)}>
      <legend className={big ? 'legend' : 'label'}>
        <InLanguage lang={field.lang}>{field.label}</InLanguage>
        {optionalWord ? <Optional required={field.required} /> : null}
      </legend>
      <Hint {...field} />
      <Problem {...field} />
      {children}
    </fieldset>
  );
}
