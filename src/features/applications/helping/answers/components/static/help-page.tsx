import type { ReactNode } from 'react';
import type { GuardedCycle } from '@/auth/guard';
import { textOf, type Answers } from '@/domain/answers';
import { FORM_ROLES } from '@/domain/mentoring';
import { answerInWords, isAnswered, takesFiles, type Section } from '@/domain/questions';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { TextInput } from '@/ui/static/inputs';
import { Notice } from '@/ui/static/notice';
import { Reference } from '@/ui/static/shapes';
import { SummaryList } from '@/ui/static/task-list';
import { SectionFields } from '../../../../components/static/section-fields';
import { markOf } from '../../../../drafts/schema';
import { carriedName } from '../../../files/schema';
import type { Helped } from '../../../queries';

type FrameProps = { cycle: GuardedCycle; helped: Helped; title: string; children: ReactNode };

/** The applicant's head, with a word whose form this is and who fills it in. */
export function HelpFrame({ cycle, helped, title, children }: FrameProps) {
  const { program } = cycle;
  const back = paths.helped(cycle.code, helped.id);
  return (
    <Document
      title={title}
      program={{ name: program.name, href: back }}
      aside={cycle.name}
      link={{ href: back, text: 'Back to the person' }}
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      <div className="form-column stack-l">
        <p className="small soft">
          For {helped.name || helped.email} <Reference>{helped.reference}</Reference>
        </p>
        {children}
      </div>
    </Document>
  );
}

type Props = {
  cycle: GuardedCycle;
  helped: Helped;
  section: Section;
  answers: Answers;
  /** As they stood when the page was drawn. */
  drawnWith: Answers;
  reason?: string;
  problems?: Problems;
  /** What somebody else saved meanwhile. */
  other?: Answers;
};

/** One page of somebody's form, filled in by staff. */
export function HelpPage({ cycle, helped, section, answers, drawnWith, reason = '', problems = {}, other }: Props) {
  const isSent = helped.state !== 'draft';
  return (
    <HelpFrame cycle={cycle} helped={helped} title={titleWith(section.title, problems)}>
      <ErrorSummary problems={problems} />
      {other ? (
        <Notice tone="warning" heading="Somebody else changed this page meanwhile">
          <p>What you typed is below. Save again to put it in place of this:</p>
          <SummaryList
            entries={section.questions.filter(isAnswered).map((question) => ({
              key: question.name,
              label: question.label,
              words: answerInWords(question, other),
            }))}
          />
        </Notice>
      ) : null}
      <div className="stack-s section-head">
        <h1>{section.title}</h1>
        <p className="soft">
          {isSent
            ? 'You change what was sent. The person gets a mail that names this page, your name and the reason.'
            : 'You write down what the person told you. Confidential wishes are given only by them.'}
        </p>
      </div>
      <form
        method="post"
        action={paths.helpedSection(cycle.code, helped.id, section.key)}
        noValidate
        encType={takesFiles(section) ? 'multipart/form-data' : undefined}
      >
        <input type="hidden" name="mark" value={markOf(drawnWith)} />
        <CarriedFiles section={section} answers={answers} />
        <SectionFields
          section={section}
          answers={answers}
          problems={problems}
          role={FORM_ROLES.find((one) => one === helped.draft?.role) ?? helped.role}
          fileHref={(file) => paths.helpedFile(cycle.code, helped.id, file)}
        />
        {isSent ? <ReasonInput value={reason} problem={problems.staff_reason} /> : null}
        <div className="actions">
          <button className="button primary" type="submit">
            {isSent ? 'Save and tell the person' : 'Save and continue'}
          </button>
        </div>
      </form>
    </HelpFrame>
  );
}

/** Browsers never send a file twice that was chosen once, so the page remembers it. */
const CarriedFiles = ({ section, answers }: { section: Section; answers: Answers }) =>
  section.questions
    .filter(({ type }) => type === 'file')
    .map(({ name }) => <input key={name} type="hidden" name={carriedName(name)} value={textOf(answers, name)} />);

const ReasonInput = ({ value, problem }: { value: string; problem: string | undefined }) => (
  <TextInput
    name="staff_reason"
    label="Why do you write this for them?"
    hint="Such as: on the phone on Monday, has no computer at home. The person reads this."
    required
    value={value}
    problem={problem}
  />
);
