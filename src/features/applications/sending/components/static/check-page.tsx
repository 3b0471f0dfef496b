import { attestationInWords, attestationLang } from '@/lib/words/form';
import { answerInLanguage } from '@/lib/words/answers';
import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import { closingFor, isOpenFor } from '@/domain/cycle';
import { formatInstant } from '@/lib/words/dates';
import { isAnswered, isAsked, type Section } from '@/domain/questions';
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
    words: answerInLanguage(question, draft.answers),
  }));
  return (
    <section className="stack-s">
      <div className="between">
        <h2 lang={section.lang}>{section.title}</h2>
        <a href={change}>
          {rich('sending.change', {
            title: section.title,
            span: (words) => <span className="hidden-visually">{words}</span>,
          })}
        </a>
      </div>
      {section.identity ? (
        <p className="soft">{say('sending.optionalWhatYouGaveIf')}</p>
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
    <Notice tone="warning" heading={say('sending.someAnswersAreStillMissing')}>
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
      <Group name="attest" label={say('sending.beforeYouSend')} required problem={problems.attest}>
        <Tick
          name="attest"
          id={fieldId('attest')}
          value="yes"
          checked={false}
          label={attestationInWords(form.definition)}
          lang={attestationLang(form.definition)}
        />
      </Group>
      <div className="actions">
        <button className="button primary" type="submit">
          {draft.sentRevision === null ? say('sending.sendMyApplication') : say('sending.sendMyChanges')}
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
    <FormFrame cycle={cycle} title={titleWith(say('sending.checkYourAnswers'), problems)}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        <div className="stack-s">
          <p className="small">
            <a href={paths.apply(cycle.code, role)}>{say('sending.allSections')}</a>
          </p>
          <RoleTags role={role} />
          <h1>{say('sending.checkYourAnswers')}</h1>
          <p className="soft">{say('sending.applyingWithPrintThisPage', { email: draft.email })}</p>
        </div>
        {corrected ? (
          <Notice tone="warning" heading={say('sending.theFormWasCorrectedMeanwhile')}>
            <p>{say('sending.nothingYouWroteIsLost')}</p>
          </Notice>
        ) : null}
        <Missing form={form} missing={missing} />
        {open ? null : (
          <Notice tone="warning" heading={say('sending.applicationsHaveClosed')}>
            <p>{say(grace ? 'sending.closedGrace' : 'sending.closedOver', { closing })}</p>
          </Notice>
        )}
        {sections.map((section) => (
          <SectionAnswers key={section.key} form={form} section={section} />
        ))}
        {unchanged ? (
          <Notice tone="good" heading={say('sending.sent')}>
            <p>
              {rich('sending.thisIsWhatWeHave', {
                link: (words) => <a href={paths.applySection(cycle.code, role, 'sent')}>{words}</a>,
              })}
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
