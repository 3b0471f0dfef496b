import { isEssential } from '@/domain/forms/fixed';
import { TYPE_NAMES, type StoredForm, type StoredQuestion, type StoredSection } from '@/domain/forms/stored';
import type { Role } from '@/domain/mentoring';
import type { Audience } from '@/domain/questions';
import { paths } from '@/lib/paths';
import { RoleTag, Tag } from '@/ui/static/shapes';
import { ActionForm } from '@/ui/staff/action-form';
import { arrangeFormAction } from '../actions';

export type Edit = { cycle: string; cycleId: string; version: number };

const READERS: Record<Audience, string> = {
  match: 'match, committee, staff',
  match_if_ticked: 'match if ticked, staff',
  committee: 'committee, staff',
  staff: 'staff only',
  confidential: 'committee, staff; confidential',
};

const Roles = ({ roles }: { roles: readonly Role[] | undefined }) =>
  (roles ?? []).map((role) => <RoleTag key={role} shape={role} />);

type Props = { form: StoredForm; code: string; edit: Edit | null };

/** All sections with their questions; with buttons where a version is in work. */
export const SectionsView = ({ form, code, edit }: Props) => (
  <div className="stack-l">
    {form.sections.map((section, index) => (
      <SectionView
        key={section.key}
        section={section}
        code={code}
        edit={edit}
        place={{ first: index === 0, last: index === form.sections.length - 1, number: index + 1 }}
      />
    ))}
    {edit ? (
      <p>
        <a className="button" href={paths.formSection(code)}>
          Add a section
        </a>
      </p>
    ) : null}
  </div>
);

type Place = { first: boolean; last: boolean; number: number };

function SectionView({ section, code, edit, place }: Omit<Props, 'form'> & { section: StoredSection; place: Place }) {
  const { key, title, minutes, intro, identity, questions, roles } = section;
  return (
    <section className="stack-s" aria-labelledby={`s-${key}`} id={key}>
      <div className="between">
        <h2 id={`s-${key}`}>
          {place.number}. {title} <span className="small quiet font-normal">about {minutes} min</span>{' '}
          <Roles roles={roles} />
        </h2>
        {edit ? <SectionButtons section={section} code={code} edit={edit} place={place} /> : null}
      </div>
      {intro ? <p className="soft reading">{intro}</p> : null}
      {identity ? (
        <p className="soft reading">
          The confidential wishes. Their questions and promises belong to the program and cannot be changed here.
        </p>
      ) : (
        <QuestionTable questions={questions} code={code} edit={edit} section={section} />
      )}
      {edit && !identity ? (
        <p>
          <a href={paths.formQuestion(code, `section=${key}`)}>Add a question to “{title}”</a>
        </p>
      ) : null}
    </section>
  );
}

function SectionButtons({
  section,
  code,
  edit,
  place,
}: {
  section: StoredSection;
  code: string;
  edit: Edit;
  place: Place;
}) {
  const fields = { ...edit, name: section.key, anchor: section.key };
  const of = <span className="hidden-visually"> {section.title}</span>;
  return (
    <div className="row-s">
      <a className="button quiet" href={paths.formSection(code, section.key)}>
        Edit{of}
      </a>
      {place.first ? null : (
        <Step fields={{ ...fields, what: 'move-section', step: 'up' }} label="Up" of={section.title} />
      )}
      {place.last ? null : (
        <Step fields={{ ...fields, what: 'move-section', step: 'down' }} label="Down" of={section.title} />
      )}
      {section.questions.length > 0 || section.identity ? null : (
        <Step fields={{ ...fields, what: 'remove-section' }} label="Remove" of={section.title} />
      )}
    </div>
  );
}

/** A quiet button whose name says what it moves. */
const Step = ({ fields, label, of }: { fields: Record<string, string | number>; label: string; of: string }) => (
  <ActionForm action={arrangeFormAction} fields={fields} label={label} about={of} tone="quiet" />
);

type TableProps = { questions: readonly StoredQuestion[]; section: StoredSection; code: string; edit: Edit | null };

function QuestionTable({ questions, section, code, edit }: TableProps) {
  if (questions.length === 0) return <p className="soft">No question yet.</p>;
  return (
    <div className="table-wrap">
      <table className="table cards table-fixed">
        <thead>
          <tr>
            <th scope="col" className="w-[38%]">
              Question
            </th>
            <th scope="col" className="w-[16%]">
              Kind
            </th>
            <th scope="col" className="w-[20%]">
              Read by
            </th>
            {edit ? <th scope="col">Change</th> : null}
          </tr>
        </thead>
        <tbody>
          {questions.map((question, index) => (
            <tr key={question.name}>
              <th scope="row">
                {question.label} <Roles roles={question.roles} />
                <Facts question={question} />
              </th>
              <td data-label="Kind">{TYPE_NAMES[question.type]}</td>
              <td data-label="Read by">{question.type === 'explanation' ? '' : READERS[question.seenBy]}</td>
              {edit ? (
                <td data-label="Change">
                  <QuestionButtons
                    question={question}
                    code={code}
                    fields={{ ...edit, name: question.name, anchor: section.key }}
                    place={{ first: index === 0, last: index === questions.length - 1 }}
                  />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Facts = ({ question: { name, required, showIf, type } }: { question: StoredQuestion }) => (
  <span className="small quiet block font-normal">
    <span className="mono">{name}</span>
    {required ? <> · required</> : type === 'explanation' ? null : <> · optional</>}
    {showIf ? (
      <>
        {' '}
        <Tag>
          only if {showIf.question} is {showIf.values.join(' or ')}
        </Tag>
      </>
    ) : null}
  </span>
);

type ButtonProps = {
  question: StoredQuestion;
  code: string;
  fields: Record<string, string | number>;
  place: { first: boolean; last: boolean };
};

const QuestionButtons = ({ question, code, fields, place }: ButtonProps) => (
  <div className="row-s -my-2">
    <a className="button quiet" href={paths.formQuestion(code, `name=${question.name}`)}>
      Edit<span className="hidden-visually"> {question.label}</span>
    </a>
    {place.first ? null : (
      <Step fields={{ ...fields, what: 'move-question', step: 'up' }} label="Up" of={question.label} />
    )}
    {place.last ? null : (
      <Step fields={{ ...fields, what: 'move-question', step: 'down' }} label="Down" of={question.label} />
    )}
    {isEssential(question.name) ? null : (
      <Step fields={{ ...fields, what: 'remove-question' }} label="Remove" of={question.label} />
    )}
  </div>
);
