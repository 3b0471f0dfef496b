import type { Framework } from '@/domain/forms/frameworks';
import { findQuestion, findSection, sectionOfQuestion } from '@/domain/forms/editing';
import { TYPE_NAMES, type StoredForm, type StoredQuestion, type StoredType } from '@/domain/forms/stored';
import { typedTranslation } from '@/domain/forms/translating';
import { OTHER_LANGUAGES, otherLanguages, type OtherLanguage } from '@/domain/language';
import { paths } from '@/lib/paths';
import { QuestionForm } from './question-form';
import type { Edit } from './sections-view';

const TYPES = Object.keys(TYPE_NAMES).filter((type): type is StoredType => type in TYPE_NAMES);

const translatedValues = (question: StoredQuestion, language: OtherLanguage) =>
  Object.entries(typedTranslation(question, language)).map(([name, value]): [string, string] => [
    `${name}.${language}`,
    [value].flat().join('\n'),
  ]);

/** The fields of a question as its form shows them. */
function valuesOf(question: StoredQuestion): Record<string, string> {
  const flags = {
    required: question.required,
    noAnswer: 'noAnswer' in question && question.noAnswer,
    help: 'help' in question && question.help,
  };
  return {
    name: question.name,
    label: question.label,
    hint: question.hint ?? '',
    missing: question.missing ?? '',
    seenBy: question.seenBy,
    roles: question.roles?.length === 1 ? (question.roles[0] ?? 'both') : 'both',
    showIf: question.showIf ? `${question.showIf.question}=${question.showIf.values[0] ?? ''}` : '',
    ...Object.fromEntries(Object.entries(flags).map(([name, on]) => [name, on ? 'yes' : ''])),
    ...('options' in question ? { options: question.options.map(({ label }) => label).join('\n') } : {}),
    ...(question.type === 'text' ? { maxLength: String(question.maxLength), input: question.input ?? 'text' } : {}),
    ...(question.type === 'long' ? { words: String(question.words) } : {}),
    ...(question.type === 'number' ? { from: String(question.from), to: String(question.to) } : {}),
    ...(question.type === 'place' ? { list: question.list } : {}),
    ...(question.type === 'grid' ? { framework: question.framework } : {}),
    ...(question.type === 'consent' ? { text: question.statement } : {}),
    ...(question.type === 'explanation' ? { text: question.text } : {}),
    ...Object.fromEntries(OTHER_LANGUAGES.flatMap((language) => translatedValues(question, language))),
  };
}

const FRESH = { name: '', seenBy: 'committee', maxLength: '200', words: '150', from: '0', to: '100', input: 'text' };

/** Choices of earlier questions that everybody is asked: a question may depend on those. */
function conditionsBefore(form: StoredForm, name: string, section: string) {
  const all = form.sections.flatMap(({ key, questions }) => questions.map((question) => ({ key, question })));
  const at = all.findIndex(({ question }) => question.name === name);
  const last = all.findLastIndex(({ key }) => key === section);
  return all.slice(0, at >= 0 ? at : last + 1).flatMap(({ question }) => {
    if (question.showIf) return [];
    const options =
      question.type === 'consent' ? [{ value: 'yes', label: 'ticked' }] : 'options' in question ? question.options : [];
    return options.map(({ value, label }) => ({
      value: `${question.name}=${value}`,
      label: `${question.label} – ${label}`,
    }));
  });
}

type Props = {
  code: string;
  form: StoredForm;
  edit: Edit;
  asked: { name: string; section: string; type: string };
  /** Of the program. */
  languages: readonly string[];
  frameworks: readonly Framework[];
};

/** A new question, whose kind is chosen first, or one that stands already; null when there is none of the name. */
export function QuestionPage({ code, form, edit, asked, frameworks, languages }: Props) {
  const question = asked.name ? findQuestion(form, asked.name) : undefined;
  const section = question ? sectionOfQuestion(form, asked.name) : findSection(form, asked.section);
  const type = question?.type ?? TYPES.find((one) => one === asked.type);
  if (!section || (asked.name && !question)) return null;
  return (
    <div className="stack-l">
      <header>
        <p className="crumbs">
          <a href={`${paths.form(code)}#${section.key}`}>Form: {section.title}</a>
        </p>
        <h1>{question ? `Edit “${question.label}”` : 'Add a question'}</h1>
      </header>
      {type ? (
        <QuestionForm
          edit={edit}
          section={section.key}
          type={type}
          values={question ? valuesOf(question) : FRESH}
          conditions={conditionsBefore(form, asked.name, section.key)}
          languages={otherLanguages(languages)}
          frameworks={frameworks.map(({ key, name, areas }) => ({
            value: key,
            label: `${name}, ${areas.length} areas`,
          }))}
        />
      ) : (
        <KindChoice code={code} section={section.key} />
      )}
    </div>
  );
}

const KIND_WORDS: Record<StoredType, string> = {
  text: 'One line: a name, a place, an email address, a phone number.',
  long: 'Sentences, up to a number of words that is counted for them.',
  number: 'Between a lowest and a highest.',
  date: 'A day of the calendar.',
  one: 'A list of choices, of which one is picked.',
  many: 'A list of choices, of which any are ticked.',
  place: 'Long lists that the program knows.',
  grid: 'A number from 1 to 5 for each area of work; matching reads it. Once a form.',
  consent: 'A sentence to tick.',
  file: 'A résumé or the like: PDF, Word, OpenDocument, RTF or text, up to 5 MB.',
  explanation: 'Words between the questions; nothing is answered.',
};

const KindChoice = ({ code, section }: { code: string; section: string }) => (
  <section className="stack-s" aria-labelledby="kind">
    <h2 id="kind">What kind of question?</h2>
    <ul className="plain stack-s">
      {TYPES.map((type) => (
        <li key={type}>
          <a href={paths.formQuestion(code, `section=${section}&type=${type}`)}>{TYPE_NAMES[type]}</a>
          <span className="small soft block">{KIND_WORDS[type]}</span>
        </li>
      ))}
    </ul>
  </section>
);
