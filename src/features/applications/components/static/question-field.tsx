import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { listOf, textOf, type Answers } from '@/domain/answers';
import { fileIn, FILE_WORDS } from '@/domain/file-type';
import type { Role } from '@/domain/mentoring';
import { AUDIENCES, optionsOf, type Question } from '@/domain/questions';
import { CheckboxGroup, RadioGroup, Tick } from '@/ui/static/choices';
import { Group, fieldId } from '@/ui/static/field';
import { FileInput, LongInput, Select, TextInput } from '@/ui/static/inputs';
import { Rating } from '@/ui/static/rating';

type Props = { question: Question; answers: Answers; problem: string | undefined; roles: readonly Role[] };

/** Who reads an answer is said at the question, unless the page's intro says it for all. */
const hintOf = ({ hint, seenBy }: Question): string =>
  [hint, seenBy === 'match' || seenBy === 'committee' ? '' : worded(AUDIENCES[seenBy])].filter(Boolean).join(' ');

function RatingQuestion({
  question,
  answers,
  problem,
  roles,
}: Props & { question: Extract<Question, { type: 'rating' }> }) {
  const { name, label, required, tick } = question;
  return (
    <Rating
      name={name}
      label={label}
      required={required}
      problem={problem}
      lang={question.lang}
      value={textOf(answers, name)}
      ends={[say('apply.uncomfortable'), say('apply.comfortable')]}
    >
      {tick && tick.roles.some((role) => roles.includes(role)) ? (
        <div className="help-wanted">
          <Tick
            name={tick.name}
            value={tick.value}
            checked={listOf(answers, tick.name).includes(tick.value)}
            label={`${tick.label}`}
          />
        </div>
      ) : null}
    </Rating>
  );
}

type ConditionalProps = Props & {
  /** The questions of this page: one of them may decide whether this is asked. */ page: readonly Question[];
  /** Where an earlier file can be fetched again. */ fileHref: (id: string) => string;
};

/** In the marks of the language. */
const quoted = (label: string) => say('apply.quoted', { label });

/** One question of the form; where an answer of the same page decides whether it is asked, it says so. */
export function QuestionField({ page, ...props }: ConditionalProps) {
  const { showIf } = props.question;
  const deciding = showIf && page.find(({ name }) => name === showIf.question);
  if (!showIf || !deciding) return <PlainField {...props} />;
  const labels = optionsOf(deciding).filter(({ value }) => showIf.values.includes(value));
  const answer = labels
    .map(({ label }) => quoted(label))
    .reduce((first, second) => (first ? say('apply.either', { first, second }) : second), '');
  return (
    <div data-only-if={JSON.stringify(showIf.values.map((value) => `${showIf.question}=${value}`))}>
      <p className="only-if small soft">
        {answer
          ? say('apply.onlyIf', { answer, question: deciding.label })
          : say('apply.onlyIfTicked', { question: deciding.label })}
      </p>
      <PlainField {...props} />
    </div>
  );
}

function PlainField({ question, answers, problem, roles, fileHref }: Omit<ConditionalProps, 'page'>) {
  const { name, label, required } = question;
  const field = { name, label, required, problem, hint: hintOf(question) || undefined, lang: question.lang };
  const value = textOf(answers, name);
  if (question.type === 'rating')
    return <RatingQuestion question={question} answers={answers} problem={problem} roles={roles} />;
  if (question.type === 'explanation')
    return (
      <section className="field stack-s" lang={question.lang}>
        <h2>{label}</h2>
        {question.text.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
    );
  if (question.type === 'file') {
    const kept = fileIn(value);
    return (
      <FileInput
        {...field}
        hint={[field.hint, worded(FILE_WORDS)].filter(Boolean).join(' ')}
        kept={kept && { name: kept.name, href: fileHref(kept.id) }}
      />
    );
  }
  if (question.type === 'date')
    return <TextInput {...field} value={value} type="date" maxLength={10} className="input short" />;
  if (question.type === 'long') return <LongInput {...field} value={value} words={question.words} />;
  if (question.type === 'number')
    return (
      <TextInput
        {...field}
        value={value}
        maxLength={Math.max(4, `${question.from}`.length, `${question.to}`.length)}
        className="input short"
        {...(question.from < 0 ? {} : { inputMode: 'numeric' })}
      />
    );
  if (question.type === 'select') return <Select {...field} value={value} groups={question.groups} />;
  if (question.type === 'one')
    return (
      <RadioGroup
        {...field}
        value={value}
        options={question.options}
        none={question.noAnswer ? say('common.noAnswer') : undefined}
      />
    );
  if (question.type === 'many')
    return question.inline ? null : (
      <CheckboxGroup {...field} values={listOf(answers, name)} options={question.options} />
    );
  if (question.type === 'consent') {
    return (
      <Group {...field}>
        <Tick name={name} id={fieldId(name)} value="yes" checked={value === 'yes'} label={question.statement} />
      </Group>
    );
  }
  return (
    <TextInput
      {...field}
      value={value}
      type={question.input ?? 'text'}
      autocomplete={question.autocomplete}
      maxLength={question.maxLength}
    />
  );
}
