import type { GuardedCycle } from '@/auth/guard';
import { answerInWords, isAnswered, isAsked, type Section } from '@/domain/questions';
import { paths } from '@/lib/paths';
import { Tick } from '@/ui/static/choices';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { fieldId, Group } from '@/ui/static/field';
import { Notice } from '@/ui/static/notice';
import { SummaryList } from '@/ui/static/task-list';
import type { FilledForm } from '../../../../queries';
import type { Helped } from '../../../queries';
import { HelpFrame } from './help-page';

type Props = {
  cycle: GuardedCycle;
  helped: Helped;
  form: FilledForm;
  missing: readonly Section[];
  problems?: Problems;
};

/** All that was written down for somebody; then it is sent in their name. */
export function HelpCheckPage({ cycle, helped, form, missing, problems = {} }: Props) {
  const { draft, sections } = form;
  return (
    <HelpFrame cycle={cycle} helped={helped} title={titleWith('Read it over and send it', problems)}>
      <ErrorSummary problems={problems} />
      <div className="stack-s">
        <h1>Read it over and send it</h1>
        <p className="soft">The receipt goes to {draft.email}, with a link to confirm the address.</p>
      </div>
      {missing.length > 0 ? (
        <Notice tone="warning" heading="Some answers are still missing">
          <ul className="plain">
            {missing.map(({ key, title }) => (
              <li key={key}>
                <a href={paths.helpedSection(cycle.code, helped.id, key)}>{title}</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {sections.map((section) => (
        <section key={section.key} className="stack-s">
          <div className="between">
            <h2>{section.title}</h2>
            <a href={paths.helpedSection(cycle.code, helped.id, section.key)}>
              Change<span className="hidden-visually"> {section.title}</span>
            </a>
          </div>
          <SummaryList
            entries={section.questions
              .filter((question) => isAnswered(question) && isAsked(question, draft.answers))
              .map((question) => ({
                key: question.name,
                label: question.label,
                words: answerInWords(question, draft.answers),
              }))}
          />
        </section>
      ))}
      {missing.length === 0 ? (
        <form method="post" action={paths.helpedCheck(cycle.code, helped.id)} noValidate>
          <input type="hidden" name="submission_key" value={draft.submissionKey} />
          <input type="hidden" name="revision" value={draft.revision} />
          <Group
            name="attest"
            label="I read this statement to them, or have it signed on paper"
            required
            problem={problems.attest}
          >
            <Tick
              name="attest"
              id={fieldId('attest')}
              value="yes"
              checked={false}
              label={form.definition.attestation}
            />
          </Group>
          <div className="actions">
            <button className="button primary" type="submit">
              Send it for them
            </button>
          </div>
        </form>
      ) : null}
    </HelpFrame>
  );
}
