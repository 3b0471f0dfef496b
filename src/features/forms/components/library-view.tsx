import { findQuestion } from '@/domain/forms/editing';
import { isRead } from '@/domain/forms/fixed';
import { STANDARD_FORM } from '@/domain/forms/mentoring-2026';
import { TYPE_NAMES, type StoredForm, type StoredQuestion } from '@/domain/forms/stored';
import { ActionForm } from '@/ui/staff/action-form';
import { addFromLibraryAction, forgetQuestionAction, keepQuestionAction } from '../actions';
import type { Edit } from './sections-view';

type Props = Edit & { form: StoredForm; library: readonly StoredQuestion[] };

const allOf = (form: StoredForm) => form.sections.flatMap(({ questions }) => questions);

/** Questions that wait to be used: the organization's own, and those of the standard form that were removed. */
export function LibraryView({ form, library, ...edit }: Props) {
  const own = library.filter(({ name }) => !findQuestion(form, name));
  const removed = allOf(STANDARD_FORM).filter(
    ({ name }) => !findQuestion(form, name) && !library.some((question) => question.name === name),
  );
  return (
    <section className="stack-s" aria-labelledby="library">
      <h2 id="library">Library of questions</h2>
      <p className="soft reading">
        Your organization’s own questions for the forms of all cycles, and questions of the standard form that this one
        does not ask.
      </p>
      {own.length + removed.length === 0 ? (
        <p className="soft">Every question of the library is in this form.</p>
      ) : (
        <AddFromLibrary edit={edit} form={form} questions={[...own, ...removed]} />
      )}
      <KeepForm edit={edit} form={form} library={library} />
      {own.length > 0 ? <ForgetForm edit={edit} questions={own} /> : null}
    </section>
  );
}

const QuestionSelect = ({
  id,
  label,
  questions,
}: {
  id: string;
  label: string;
  questions: readonly StoredQuestion[];
}) => (
  <div className="field">
    <label className="label" htmlFor={id}>
      {label}
    </label>
    <select className="select control" id={id} name="name">
      {questions.map(({ name, label: words, type }) => (
        <option key={name} value={name}>
          {words} ({TYPE_NAMES[type].toLowerCase()})
        </option>
      ))}
    </select>
  </div>
);

type PartProps = { edit: Edit; form: StoredForm; questions: readonly StoredQuestion[] };

const AddFromLibrary = ({ edit, form, questions }: PartProps) => (
  <ActionForm action={addFromLibraryAction} fields={edit} label="Add question">
    <div className="row">
      <QuestionSelect id="library-add" label="Question" questions={questions} />
      <div className="field">
        <label className="label" htmlFor="library-section">
          At the end of
        </label>
        <select className="select control" id="library-section" name="section">
          {form.sections
            .filter(({ identity }) => !identity)
            .map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
        </select>
      </div>
    </div>
  </ActionForm>
);

function KeepForm({ edit, form, library }: { edit: Edit; form: StoredForm; library: readonly StoredQuestion[] }) {
  const questions = allOf(form).filter(({ name }) => !isRead(name) && !findQuestion(STANDARD_FORM, name));
  if (questions.length === 0) return null;
  const known = library.length > 0 ? 'A question of the same name is replaced.' : '';
  return (
    <ActionForm action={keepQuestionAction} fields={edit} label="Keep in the library">
      <QuestionSelect
        id="library-keep"
        label={`One of this form’s own questions. ${known}`.trim()}
        questions={questions}
      />
    </ActionForm>
  );
}

const ForgetForm = ({ edit, questions }: Omit<PartProps, 'form'>) => (
  <ActionForm action={forgetQuestionAction} fields={edit} label="Take out of the library" tone="quiet">
    <QuestionSelect id="library-forget" label="Question no longer needed" questions={questions} />
  </ActionForm>
);
