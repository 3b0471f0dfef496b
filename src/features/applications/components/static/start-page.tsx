import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import { closingFor } from '@/domain/cycle';
import { formatInstant } from '@/lib/words/dates';
import type { FormRole } from '@/domain/mentoring';
import type { Section } from '@/domain/questions';
import type { CycleView } from '@/features/programs/queries';
import { paths } from '@/lib/paths';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { TextInput } from '@/ui/static/inputs';
import { Notice } from '@/ui/static/notice';
import { RoleTag } from '@/ui/static/shapes';
import { FormFrame } from './form-frame';

export const applyTitle = (role: FormRole): string => say(`apply.title_${role}`);

export const RoleTags = ({ role }: { role: FormRole }) => (
  <div className="row-s">
    {role !== 'mentee' ? <RoleTag shape="mentor" /> : null}
    {role !== 'mentor' ? <RoleTag shape="mentee" /> : null}
  </div>
);

const needs = (role: FormRole) => [
  say('apply.anEmailAddressThatYou'),
  say('apply.whetherYouAreAMember'),
  ...(role === 'mentee' ? [] : [say('apply.anIdeaOfTheTopics')]),
  ...(role === 'mentor' ? [] : [say('apply.oneToThreeGoalsPlain')]),
];

type Props = { cycle: CycleView; role: FormRole; sections: readonly Section[]; email?: string; problems?: Problems };

/** Email first: from here on the draft is saved. */
export function StartPage({ cycle, role, sections, email = '', problems = {} }: Props) {
  const title = applyTitle(role);
  const minutes = sections.reduce((sum, section) => sum + section.minutes, 0);
  return (
    <FormFrame cycle={cycle} title={titleWith(title, problems)} forget={false}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        <div className="stack">
          <RoleTags role={role} />
          <h1>{title}</h1>
          <p className="lead">
            {say('apply.aboutMinutesOnShortPages', {
              minutes,
              pages: sections.length,
              at: formatInstant(closingFor(cycle, role), cycle.timeZone),
            })}
          </p>
        </div>
        <section className="stack-s">
          <h2>{say('apply.whatYouNeed')}</h2>
          <ul className="bullets">
            {needs(role).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p>
            {rich('apply.seeAllQuestionsFirstIf', {
              link: (words) => <a href={paths.programQuestions(cycle.program.slug, role)}>{words}</a>,
            })}
          </p>
        </section>
        <form method="post" noValidate>
          <TextInput
            name="email"
            type="email"
            label={say('code.yourEmailAddress')}
            required
            autocomplete="email"
            value={email}
            problem={problems.email}
            hint={say('apply.weSendYouALink')}
          />
          <div className="actions">
            <button className="button primary" type="submit">
              {say('apply.startMyApplication')}
            </button>
          </div>
        </form>
        <p>{rich('apply.startedBeforeReturnToA', { link: (words) => <a href={paths.resume()}>{words}</a> })}</p>
      </div>
    </FormFrame>
  );
}

/** For those who come too early or too late and have no draft. */
export function NotOpenPage({ cycle, role, now }: { cycle: CycleView; role: FormRole; now: Date }) {
  const early = now < cycle.opensAt;
  return (
    <FormFrame
      cycle={cycle}
      title={early ? say('apply.notOpenYet') : say('apply.applicationsAreClosed')}
      forget={false}
    >
      <div className="form-column stack">
        <h1>{early ? say('apply.applicationsAreNotOpenYet') : say('apply.applicationsAreClosed')}</h1>
        <Notice
          heading={
            early
              ? say('apply.theyOpenOn', { at: formatInstant(cycle.opensAt, cycle.timeZone) })
              : say('apply.theyClosedOn', { at: formatInstant(closingFor(cycle, role), cycle.timeZone) })
          }
        >
          <p>{early ? say('apply.youCanReadAllQuestions') : say('apply.ifYouSavedAnApplication')}</p>
        </Notice>
        <p>
          <a href={early ? paths.programQuestions(cycle.program.slug, role) : paths.resume()}>
            {early ? say('apply.seeAllQuestions') : say('apply.returnToASavedApplication')}
          </a>
        </p>
        <p>
          <a href={paths.program(cycle.program.slug)}>{say('apply.backToTheProgram')}</a>
        </p>
      </div>
    </FormFrame>
  );
}
