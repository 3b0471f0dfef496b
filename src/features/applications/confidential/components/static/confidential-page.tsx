import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import { FORM_ROLES } from '@/domain/mentoring';
import { formatDay, formatInstant } from '@/lib/words/dates';
import { readingsInLanguage } from '@/lib/words/readings';
import { paths } from '@/lib/paths';
import { Tick } from '@/ui/static/choices';
import { ErrorSummary, titleWith } from '@/ui/static/error-summary';
import { Group, fieldId } from '@/ui/static/field';
import { Notice } from '@/ui/static/notice';
import { FormFrame } from '../../../components/static/form-frame';
import type { ConfidentialView } from '../../queries';

type Props = { view: ConfidentialView; now: Date; said?: string; problem?: string };

function Readings({ view: { readings, cycle } }: { view: ConfidentialView }) {
  const lines = readingsInLanguage(readings, cycle.timeZone);
  return (
    <section className="stack-s">
      <h2>{say('confidential.whoHasReadThem')}</h2>
      {lines.length > 0 ? (
        <ul className="bullets">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p>{say('confidential.nobodyAndNothingSoFar')}</p>
      )}
      <p className="small soft">{say('confidential.everyReadingIsWrittenDown')}</p>
    </section>
  );
}

function Deletion({ view: { cycle, certificate } }: { view: ConfidentialView }) {
  if (!certificate)
    return (
      <p>{say('confidential.theyAreDeletedOnTogether', { day: formatDay(cycle.identityDeleteOn, cycle.timeZone) })}</p>
    );
  const { deletedAt, keyDestroyedAt, recordsDeleted } = certificate;
  return (
    <Notice tone="good" heading={say('confidential.deleted')}>
      <p>
        {say('confidential.onTheSealedRecordsOf', {
          at: formatInstant(deletedAt, cycle.timeZone),
          recordsDeleted,
          name: cycle.name,
          at2: formatInstant(keyDestroyedAt, cycle.timeZone),
        })}
      </p>
    </Notice>
  );
}

/** One press replaces what is sealed by an empty record; the other page of the form gives new answers. */
function Remove({ view: { cycle, draft } }: { view: ConfidentialView }) {
  const role = FORM_ROLES.find((one) => one === draft.role) ?? 'mentee';
  return (
    <section className="stack-s">
      <h2>{say('confidential.removeMyWishes')}</h2>
      <p>{say('confidential.theMatchingThenTreatsYou')}</p>
      <form method="post" action={paths.applySection(cycle.code, role, 'identity')}>
        <input type="hidden" name="return" value="status" />
        <input type="hidden" name="step" value="seal" />
        <input type="hidden" name="identity_action" value="remove" />
        <button className="button" type="submit">
          {say('confidential.removeMyConfidentialWishes')}
        </button>
      </form>
    </section>
  );
}

function Erase({ problem = '' }: { problem?: string }) {
  return (
    <section className="stack-s">
      <h2>{say('confidential.eraseThemForGood')}</h2>
      <p>{say('confidential.theSealedRecordItselfGoes')}</p>
      <form method="post" noValidate>
        <Group name="erase" label={say('confidential.beforeYouErase')} required problem={problem}>
          <Tick
            name="erase"
            id={fieldId('erase')}
            value="yes"
            checked={false}
            label={say('confidential.eraseMyConfidentialAnswersIf')}
          />
        </Group>
        <div className="actions">
          <button className="button danger" type="submit">
            {say('confidential.eraseMyConfidentialAnswers')}
          </button>
        </div>
      </form>
    </section>
  );
}

/** What happens to the confidential answers of one form: read, copied, removed, erased, deleted. They are never shown here. */
export function ConfidentialPage({ view, said = '', problem = '' }: Props) {
  const { cycle, certificate } = view;
  const problems = problem ? { erase: problem } : {};
  return (
    <FormFrame cycle={cycle} title={titleWith(say('confidential.myConfidentialAnswers'), problems)}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        {said ? <Notice tone="good" heading={said} /> : null}
        <div className="stack-s">
          <p className="small">
            <a href={paths.status()}>{say('confidential.myApplications')}</a>
          </p>
          <h1>{say('confidential.myConfidentialAnswers')}</h1>
          <p>{rich('confidential.whatYouGaveOnThe', { link: (words) => <a href={paths.statusCopy()}>{words}</a> })}</p>
          <Deletion view={view} />
        </div>
        <Readings view={view} />
        {certificate ? null : (
          <>
            <Remove view={view} />
            <Erase problem={problem} />
          </>
        )}
      </div>
    </FormFrame>
  );
}
