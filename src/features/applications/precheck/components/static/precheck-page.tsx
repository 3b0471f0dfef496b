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
      <Notice tone="good" heading="You can take part">
        <p>
          {cycle.phase === 'applications' ? (
            <a href={paths.apply(cycle.code, role)}>Apply as a {role}</a>
          ) : (
            <a href={paths.program(program.slug)}>See when applications are open</a>
          )}
        </p>
      </Notice>
    );
  return (
    <Notice tone="warning" heading="As it stands, a rule is not met">
      <ul className="bullets">
        {verdict.map(({ key, text, advice }) => (
          <li key={key}>
            {text} {advice}
          </li>
        ))}
      </ul>
      <p>
        You think this is wrong? {program.contactName} is glad to look at it:{' '}
        <a href={`mailto:${program.contactEmail}`}>{program.contactEmail}</a>.
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
      title={titleWith('Can I take part?', problems)}
      program={{ name: program.name, href: paths.program(program.slug) }}
      aside={cycle.name}
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        <div className="stack-s">
          <RoleTag shape={role} />
          <h1>Can I take part?</h1>
          <p className="lead">Nothing is saved, and we do not ask who you are.</p>
        </div>
        <Verdict precheck={precheck} verdict={verdict} />
        <form method="post" noValidate>
          <SectionFields section={section} answers={answers} problems={problems} role={role} fileHref={() => ''} />
          <div className="actions">
            <button className="button primary" type="submit">
              Tell me
            </button>
          </div>
        </form>
        {judged.length > 0 ? (
          <section className="stack-s">
            <h2>What else we look for</h2>
            <ul className="bullets">
              {judged.map(({ key, text, kind }) => (
                <li key={key}>
                  {text} {kind === 'should' ? 'This does not keep you from applying.' : ''}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Document>
  );
}
