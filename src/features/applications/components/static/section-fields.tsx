import type { Answers } from '@/domain/answers';
import { rolesOf, type FormRole } from '@/domain/mentoring';
import type { Section } from '@/domain/questions';
import type { Problems } from '@/ui/static/error-summary';
import { QuestionField } from './question-field';

type Props = {
  section: Section;
  answers: Answers;
  problems: Problems;
  role: FormRole;
  fileHref: (id: string) => string;
};

/** The questions of one page, in a form or in a trial of it. */
export const SectionFields = ({ section, answers, problems, role, fileHref }: Props) =>
  section.questions.map((question) => (
    <QuestionField
      key={question.name}
      question={question}
      answers={answers}
      problem={problems[question.name]}
      roles={rolesOf(role)}
      page={section.questions}
      fileHref={fileHref}
    />
  ));
