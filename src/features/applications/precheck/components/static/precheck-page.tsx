import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { rich } from '@/ui/static/rich';
import type { Answers } from '@/domain/answers';
import { isSettledByForm, type EligibilityRule, type UnmetRule } from '@/domain/eligibility';
import type { Role } from '@/domain/mentoring';
import type { Section } from '@/domain/questions';
import type { ProgramView } from '@/features/programs/queries';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { Notice } from '@/ui/static/notice';
import { RoleTag } from '@/ui/static/shapes';
import { SectionFields } from '../../../components/static/section-fields';

export type Precheck = {
  program: ProgramView;
  cycle: NonNullable<ProgramView['cycle']>;
  role: Role;
  rules: readonly EligibilityRule[];
  /** Only the questions that settle a rule. */
  section: Section;
};

type Props = { precheck: Precheck; answers: Answers; problems: Problems; verdict: readonly UnmetRule[] | null };

function Verdict({ precheck: { cycle, role, program }, verdict }: Pick<Props, 'precheck' | 'verdict'>) {
  if (verdict === null) return null;
  if (verdict.length === 0)
    return (
      <Notice tone="good" heading={say('precheck.youCanTakePart')}>
        <p>
          {cycle.phase === 'applications' ? (
            <a href={paths.apply(cycle.code, role)}>{say(`apply.title_${role}`)}</a>
          ) : (
            <a href={paths.program(program.slug)}>{say('precheck.seeWhenApplicationsAreOpen')}</a>
          )}
        </p>
      </Notice>
    );
  return (
    <Notice tone="warning" heading={say('precheck.asItStandsARule')}>
      <ul className="bullets">
        {verdict.map(({ key, text, advice }) => (
          <li key={key}>
            {worded(text)} {worded(advice)}
          </li>
        ))}
      </ul>
      <p>
        {rich('precheck.youThinkThisIsWrong', {
          contactName: program.contactName,
          contactEmail: program.contactEmail,
          link: (words) => <a href={`mailto:${program.contactEmail}`}>{words}</a>,
        })}
      </p>
    </Notice>
  );
}

/** One minute before a long form: can I take part, and if not, why. */
export function PrecheckPage({ precheck, answers, problems, verdict }: Props) {
  const { program, cycle, role, rules, section } = precheck;
  const judged = rules.filter(({ key, kind }) => kind === 'should' || !isSettledByForm(key));
  return (
    <Document
      entry
      title={titleWith(say('precheck.canITakePart'), problems)}
      program={{ name: program.name, href: paths.program(program.slug), languages: program.languages }}
      aside={cycle.name}
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        <div className="stack-s">
          <RoleTag shape={role} />
          <h1>{say('precheck.canITakePart')}</h1>
          <p className="lead">{say('precheck.nothingIsSavedAndWe')}</p>
        </div>
        <Verdict precheck={precheck} verdict={verdict} />
        <form method="post" noValidate>
          <SectionFields section={section} answers={answers} problems={problems} role={role} fileHref={() => ''} />
          <div className="actions">
            <button className="button primary" type="submit">
              {say('precheck.tellMe')}
            </button>
          </div>
        </form>
        {judged.length > 0 ? (
          <section className="stack-s">
            <h2>{say('precheck.whatElseWeLookFor')}</h2>
            <ul className="bullets">
              {judged.map(({ key, text, kind }) => (
                <li key={key}>
                  {worded(text)} {kind === 'should' ? say('precheck.thisDoesNotKeepYou') : ''}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Document>
  );
}
