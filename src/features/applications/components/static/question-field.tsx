import { listOf, textOf, type Answers } from '@/domain/answers';
import type { Role } from '@/domain/mentoring';
import { AUDIENCES, type Question } from '@/domain/questions';
import { CheckboxGroup, RadioGroup, Tick } from '@/ui/static/choices';
import { Group, fieldId } from '@/ui/static/field';
import { LongInput, Select, TextInput } from '@/ui/static/inputs';
import { Rating } from '@/ui/static/rating';

type Props = { question: Question; answers: Answers; problem: string | undefined; roles: readonly Role[] };

/** Who reads an answer is said at the question, unless the page's intro says it for all. */
const hintOf = ({ hint, seenBy }: Question): string =>
  [hint, seenBy === 'match' || seenBy === 'committee' ? '' : AUDIENCES[seenBy]].filter(Boolean).join(' ');

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
      value={textOf(answers, name)}
      ends={['Uncomfortable', 'Comfortable']}
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

/** One question of the form, drawn by its type. */
export function QuestionField({ question, answers, problem, roles }: Props) {
  const { name, label, required } = question;
  const field = { name, label, required, problem, hint: hintOf(question) || undefined };
  const value = textOf(answers, name);
  if (question.type === 'rating')
    return <RatingQuestion question={question} answers={answers} problem={problem} roles={roles} />;
  if (question.type === 'long') return <LongInput {...field} value={value} words={question.words} />;
  if (question.type === 'number')
    return <TextInput {...field} value={value} inputMode="numeric" maxLength={4} className="input short" />;
  if (question.type === 'select') return <Select {...field} value={value} groups={question.groups} />;
  if (question.type === 'one')
    return (
      <RadioGroup
        {...field}
        value={value}
        options={question.options}
        none={question.noAnswer ? 'No answer' : undefined}
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
