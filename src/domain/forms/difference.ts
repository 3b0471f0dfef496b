import type { OtherLanguage } from '../language';
import { AUDIENCES, type Translations } from '../questions';
import { TYPE_NAMES, type StoredForm, type StoredQuestion } from './stored';

export type Difference = {
  what: 'added' | 'removed' | 'changed' | 'moved';
  title: string;
  lines: { label: string; before: string; after: string }[];
};

type Facts = Readonly<Record<string, string>>;

const translated = (translations: Translations | undefined, language: OtherLanguage): string =>
  (translations?.[language] ?? []).map(({ words }) => words).join(' · ');

/** A question in words, by what about it can change. */
function factsOf(question: StoredQuestion, section: string): Facts {
  const options = 'options' in question ? question.options.map(({ label }) => label).join(' · ') : '';
  return {
    Question: question.label,
    Kind: TYPE_NAMES[question.type],
    Section: section,
    Hint: question.hint ?? '',
    'Asked of': asked(question.roles),
    Required: question.required ? 'yes' : 'no',
    'Read by': AUDIENCES[question.seenBy],
    Choices: options,
    'What is typed': question.type === 'text' ? (question.input ?? 'text') : '',
    'Longest answer': question.type === 'text' ? `${question.maxLength} characters` : '',
    '“No answer”': question.type === 'one' ? (question.noAnswer ? 'offered' : 'not offered') : '',
    List: question.type === 'place' ? question.list : '',
    Framework: question.type === 'grid' ? question.framework : '',
    'Help wanted': question.type === 'grid' ? (question.help ? 'may be ticked' : 'not asked') : '',
    Words: question.type === 'long' ? String(question.words) : '',
    Range: question.type === 'number' ? `${question.from} to ${question.to}` : '',
    Text: question.type === 'explanation' ? question.text : question.type === 'consent' ? question.statement : '',
    'Only if': question.showIf ? `${question.showIf.question}: ${question.showIf.values.join(' or ')}` : '',
    'When missing': question.missing ?? '',
    'In Spanish': translated(question.translations, 'es'),
    'In French': translated(question.translations, 'fr'),
  };
}

const changes = (before: Facts, after: Facts) =>
  Object.keys(after)
    .filter((label) => before[label] !== after[label])
    .map((label) => ({ label, before: before[label] ?? '', after: after[label] ?? '' }));

/** What is said of a new question: not what every question has anyway. */
const told = (facts: Facts) =>
  changes({ 'Asked of': 'mentor and mentee', Question: facts.Question ?? '' }, facts).filter(
    ({ after }) => after !== '',
  );

const listed = (form: StoredForm) =>
  form.sections.flatMap(({ title, questions }) =>
    questions.map((question) => ({ name: question.name, title: question.label, facts: factsOf(question, title) })),
  );

/** Sections and questions of `form` that `other` has too, in order. */
function orderOf(form: StoredForm, other: StoredForm): string {
  const names = new Set(other.sections.flatMap(({ questions }) => questions.map(({ name }) => name)));
  const keys = new Set(other.sections.map(({ key }) => key));
  return form.sections
    .flatMap(({ key, questions }) => [
      ...(keys.has(key) ? [`# ${key}`] : []),
      ...questions.map(({ name }) => name).filter((name) => names.has(name)),
    ])
    .join();
}

const asked = (roles: readonly string[] | undefined) => roles?.join(' and ') ?? 'mentor and mentee';

function sectionChanges(before: StoredForm, after: StoredForm): Difference[] {
  const facts = (form: StoredForm, key: string): Facts | undefined => {
    const found = form.sections.find((section) => section.key === key);
    return (
      found && {
        Title: found.title,
        Introduction: found.intro ?? '',
        Minutes: String(found.minutes),
        'Asked of': asked(found.roles),
        'In Spanish': translated(found.translations, 'es'),
        'In French': translated(found.translations, 'fr'),
      }
    );
  };
  const gone = before.sections
    .filter(({ key }) => !facts(after, key))
    .map(({ title }): Difference => ({ what: 'removed', title: `Section “${title}”`, lines: [] }));
  const found = after.sections.flatMap(({ key, title }): Difference[] => {
    const [old, now] = [facts(before, key), facts(after, key)];
    const lines = now ? changes(old ?? {}, now).filter((line) => old || line.after !== '') : [];
    return lines.length > 0 ? [{ what: old ? 'changed' : 'added', title: `Section “${title}”`, lines }] : [];
  });
  return [...found, ...gone];
}

const attestationFacts = ({ attestation, attested }: StoredForm): Facts => ({
  Statement: attestation,
  'In Spanish': translated(attested, 'es'),
  'In French': translated(attested, 'fr'),
});

/** What is different between two versions of a form, question by question, in the order of the later one. */
export function differenceOf(before: StoredForm, after: StoredForm): Difference[] {
  const [old, now] = [listed(before), listed(after)];
  const earlier = (name: string) => old.find((question) => question.name === name);
  const found: Difference[] = sectionChanges(before, after);
  for (const { name, title, facts } of now) {
    const was = earlier(name);
    const lines = was ? changes(was.facts, facts) : [];
    if (!was) found.push({ what: 'added', title, lines: told(facts) });
    else if (lines.length > 0) found.push({ what: 'changed', title, lines });
  }
  for (const { name, title } of old)
    if (!now.some((question) => question.name === name)) found.push({ what: 'removed', title, lines: [] });
  if (orderOf(before, after) !== orderOf(after, before))
    found.push({ what: 'moved', title: 'The order of sections or questions', lines: [] });
  const attested = changes(attestationFacts(before), attestationFacts(after));
  if (attested.length > 0) found.push({ what: 'changed', title: 'What applicants put their name to', lines: attested });
  return found;
}
