import type { ReactNode } from 'react';
import type { Answers } from '@/domain/answers';
import { takesFiles, type Section } from '@/domain/questions';
import { SectionFields } from '../../../components/static/section-fields';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { Notice } from '@/ui/static/notice';
import type { Trial } from '../../queries';

/** The applicant's head and contact, with a word that this is a trial. */
export function TrialFrame({ trial, title, children }: { trial: Trial; title: string; children: ReactNode }) {
  const { cycle, version, inWork } = trial;
  const { program } = cycle;
  return (
    <Document
      title={title}
      program={{ name: program.name, href: paths.form(cycle.code) }}
      aside={cycle.name}
      link={{ href: paths.form(cycle.code), text: 'End the trial' }}
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      <div className="form-column stack-l">
        <Notice tone="info" heading={`Trial of version ${version}${inWork ? ', in work' : ', in use'}`}>
          <p>Nothing is saved and nothing is sent. The page of confidential wishes is left out.</p>
        </Notice>
        {children}
      </div>
    </Document>
  );
}

type Props = { trial: Trial; section: Section; answers: Answers; carried: Answers; problems?: Problems };

/** One page of the form as an applicant would see it. */
export function TrialPage({ trial, section, answers, carried, problems = {} }: Props) {
  const { cycle, role, sections } = trial;
  const number = sections.findIndex(({ key }) => key === section.key) + 1;
  return (
    <TrialFrame trial={trial} title={titleWith(section.title, problems)}>
      <ErrorSummary problems={problems} />
      <div className="stack-s section-head">
        <p className="step">
          Section {number} of {sections.length} · about {section.minutes} {section.minutes === 1 ? 'minute' : 'minutes'}
        </p>
        <h1>{section.title}</h1>
        {section.intro ? <p className="soft">{section.intro}</p> : null}
      </div>
      <form
        method="post"
        action={paths.formTrial(cycle.code, role, section.key)}
        noValidate
        encType={takesFiles(section) ? 'multipart/form-data' : undefined}
      >
        <input type="hidden" name="carried" value={JSON.stringify(carried)} />
        <SectionFields
          section={section}
          answers={answers}
          problems={problems}
          role={role}
          fileHref={() => paths.form(cycle.code)}
        />
        <div className="actions">
          <button className="button primary" type="submit">
            Continue
          </button>
        </div>
      </form>
    </TrialFrame>
  );
}
