import { closingFor } from '@/domain/cycle';
import { formatInstant } from '@/domain/dates';
import type { FormRole } from '@/domain/mentoring';
import type { Section } from '@/domain/questions';
import type { CycleView } from '@/features/programs/queries';
import { paths } from '@/lib/paths';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { TextInput } from '@/ui/static/inputs';
import { Notice } from '@/ui/static/notice';
import { RoleTag } from '@/ui/static/shapes';
import { FormFrame } from './form-frame';

export const APPLY_TITLES: Record<FormRole, string> = {
  mentor: 'Apply as a mentor',
  mentee: 'Apply as a mentee',
  both: 'Apply as mentor and mentee',
};

export const RoleTags = ({ role }: { role: FormRole }) => (
  <div className="row-s">
    {role !== 'mentee' ? <RoleTag shape="mentor" /> : null}
    {role !== 'mentor' ? <RoleTag shape="mentee" /> : null}
  </div>
);

const needs = (role: FormRole) => [
  'An email address that you can read during the whole program.',
  'Whether you are a member of the association.',
  ...(role === 'mentee' ? [] : ['An idea of the topics you like to help with, and how many mentees you would take.']),
  ...(role === 'mentor' ? [] : ['One to three goals. Plain sentences are fine.']),
];

type Props = { cycle: CycleView; role: FormRole; sections: readonly Section[]; email?: string; problems?: Problems };

/** Email first: from here on the draft is saved. */
export function StartPage({ cycle, role, sections, email = '', problems = {} }: Props) {
  const title = APPLY_TITLES[role];
  const minutes = sections.reduce((sum, section) => sum + section.minutes, 0);
  return (
    <FormFrame cycle={cycle} title={titleWith(title, problems)} forget={false}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        <div className="stack">
          <RoleTags role={role} />
          <h1>{title}</h1>
          <p className="lead">
            About {minutes} minutes on {sections.length} short pages. You can stop at any page and come back.
            Applications close on {formatInstant(closingFor(cycle, role), cycle.timeZone)}.
          </p>
        </div>
        <section className="stack-s">
          <h2>What you need</h2>
          <ul className="bullets">
            {needs(role).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p>
            <a href={paths.programQuestions(cycle.program.slug, role)}>See all questions</a> first, if you like.
          </p>
        </section>
        <form method="post" noValidate>
          <TextInput
            name="email"
            type="email"
            label="Your email address"
            required
            autocomplete="email"
            value={email}
            problem={problems.email}
            hint="We send you a link and a code to come back with. Nothing else is sent until you apply."
          />
          <div className="actions">
            <button className="button primary" type="submit">
              Start my application
            </button>
          </div>
        </form>
        <p>
          Started before? <a href={paths.resume()}>Return to a saved application</a>
        </p>
      </div>
    </FormFrame>
  );
}

/** For those who come too early or too late and have no draft. */
export function NotOpenPage({ cycle, role, now }: { cycle: CycleView; role: FormRole; now: Date }) {
  const early = now < cycle.opensAt;
  return (
    <FormFrame cycle={cycle} title={early ? 'Not open yet' : 'Applications are closed'} forget={false}>
      <div className="form-column stack">
        <h1>{early ? 'Applications are not open yet' : 'Applications are closed'}</h1>
        <Notice
          heading={
            early
              ? `They open on ${formatInstant(cycle.opensAt, cycle.timeZone)}`
              : `They closed on ${formatInstant(closingFor(cycle, role), cycle.timeZone)}`
          }
        >
          <p>
            {early
              ? 'You can read all questions now, and come back then.'
              : 'If you saved an application here before, you can still open it.'}
          </p>
        </Notice>
        <p>
          <a href={early ? paths.programQuestions(cycle.program.slug, role) : paths.resume()}>
            {early ? 'See all questions' : 'Return to a saved application'}
          </a>
        </p>
        <p>
          <a href={paths.program(cycle.program.slug)}>Back to the program</a>
        </p>
      </div>
    </FormFrame>
  );
}
