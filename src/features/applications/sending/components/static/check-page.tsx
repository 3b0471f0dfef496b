import { closingFor, isOpenFor } from '@/domain/cycle';
import { formatInstant } from '@/domain/dates';
import { answerInWords, isAnswered, isAsked, type Section } from '@/domain/questions';
import { paths } from '@/lib/paths';
import { Group, fieldId } from '@/ui/static/field';
import { Tick } from '@/ui/static/choices';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { Notice } from '@/ui/static/notice';
import { SummaryList } from '@/ui/static/task-list';
import { FormFrame } from '../../../components/static/form-frame';
import { RoleTags } from '../../../components/static/start-page';
import type { OpenForm } from '../../../queries';

type Props = {
  form: OpenForm;
  opened: string;
  missing: readonly Section[];
  problems?: Problems;
  /** Within the minutes that a form opened in time has left. */ grace: boolean;
  /** The form was corrected since this page was opened. */ corrected?: boolean;
};

function SectionAnswers({ form, section }: { form: OpenForm; section: Section }) {
  const { cycle, role, draft } = form;
  const change = `${paths.applySection(cycle.code, role, section.key)}?return=check`;
  const asked = section.questions.filter((question) => isAnswered(question) && isAsked(question, draft.answers));
  const entries = asked.map((question) => ({
    key: question.name,
    label: question.label,
    words: answerInWords(question, draft.answers),
  }));
  return (
    <section className="stack-s">
      <div className="between">
        <h2>{section.title}</h2>
        <a href={change}>
          Change<span className="hidden-visually"> {section.title}</span>
        </a>
      </div>
      {section.identity ? (
        <p className="soft">Optional. What you gave, if anything, is sealed and is not shown here.</p>
      ) : (
        <SummaryList entries={entries} />
      )}
    </section>
  );
}

function Missing({ form, missing }: Pick<Props, 'form' | 'missing'>) {
  if (missing.length === 0) return null;
  const { cycle, role } = form;
  return (
    <Notice tone="warning" heading="Some answers are still missing">
      <ul className="plain">
        {missing.map(({ key, title }) => (
          <li key={key}>
            <a href={`${paths.applySection(cycle.code, role, key)}?return=check`}>{title}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Send({ form, opened, problems = {} }: Pick<Props, 'form' | 'opened' | 'problems'>) {
  const { draft } = form;
  return (
    <form method="post" noValidate>
      <input type="hidden" name="submission_key" value={draft.submissionKey} />
      <input type="hidden" name="revision" value={draft.revision} />
      <input type="hidden" name="form_version" value={form.definition.version} />
      <input type="hidden" name="opened" value={opened} />
      <Group name="attest" label="Before you send" required problem={problems.attest}>
        <Tick name="attest" id={fieldId('attest')} value="yes" checked={false} label={form.definition.attestation} />
      </Group>
      <div className="actions">
        <button className="button primary" type="submit">
          {draft.sentRevision === null ? 'Send my application' : 'Send my changes'}
        </button>
      </div>
    </form>
  );
}

/** All answers on one page, each with its way back; then the attestation. */
export function CheckPage({ form, opened, missing, problems = {}, grace, corrected = false }: Props) {
  const { cycle, role, sections, draft, now } = form;
  const open = isOpenFor(cycle, role, now);
  const closing = formatInstant(closingFor(cycle, role), cycle.timeZone);
  const unchanged = draft.sentRevision !== null && draft.sentRevision === draft.revision;
  return (
    <FormFrame cycle={cycle} title={titleWith('Check your answers', problems)}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        <div className="stack-s">
          <p className="small">
            <a href={paths.apply(cycle.code, role)}>All sections</a>
          </p>
          <RoleTags role={role} />
          <h1>Check your answers</h1>
          <p className="soft">Applying with {draft.email}. Print this page to keep a copy.</p>
        </div>
        {corrected ? (
          <Notice tone="warning" heading="The form was corrected meanwhile">
            <p>Nothing you wrote is lost. Read it over once more, then send it.</p>
          </Notice>
        ) : null}
        <Missing form={form} missing={missing} />
        {open ? null : (
          <Notice tone="warning" heading="Applications have closed">
            <p>
              They closed on {closing}.{' '}
              {grace
                ? 'You opened this form in time, so you can still send it for a few minutes.'
                : 'What you wrote is kept, but it can no longer be sent.'}
            </p>
          </Notice>
        )}
        {sections.map((section) => (
          <SectionAnswers key={section.key} form={form} section={section} />
        ))}
        {unchanged ? (
          <Notice tone="good" heading="Sent">
            <p>
              This is what we have from you.{' '}
              <a href={paths.applySection(cycle.code, role, 'sent')}>See the confirmation</a>
            </p>
          </Notice>
        ) : null}
        {!unchanged && missing.length === 0 && (open || grace) ? (
          <Send form={form} opened={opened} problems={problems} />
        ) : null}
      </div>
    </FormFrame>
  );
}
