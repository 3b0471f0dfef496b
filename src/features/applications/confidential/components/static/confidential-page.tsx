import { FORM_ROLES } from '@/domain/mentoring';
import { formatDay, formatInstant } from '@/domain/dates';
import { readingsInWords } from '@/domain/readings';
import { paths } from '@/lib/paths';
import { Tick } from '@/ui/static/choices';
import { ErrorSummary, titleWith } from '@/ui/static/error-summary';
import { Group, fieldId } from '@/ui/static/field';
import { Notice } from '@/ui/static/notice';
import { FormFrame } from '../../../components/static/form-frame';
import type { ConfidentialView } from '../../queries';

type Props = { view: ConfidentialView; now: Date; said?: string; problem?: string };

function Readings({ view: { readings, cycle } }: { view: ConfidentialView }) {
  const lines = readingsInWords(readings, cycle.timeZone);
  return (
    <section className="stack-s">
      <h2>Who has read them</h2>
      {lines.length > 0 ? (
        <ul className="bullets">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p>Nobody and nothing so far.</p>
      )}
      <p className="small soft">
        Every reading is written down before anything is opened, also where nothing had been answered. No line can be
        changed or taken out without breaking the chain, which is checked every day.
      </p>
    </section>
  );
}

function Deletion({ view: { cycle, certificate } }: { view: ConfidentialView }) {
  if (!certificate)
    return (
      <p>
        They are deleted on {formatDay(cycle.identityDeleteOn, cycle.timeZone)}, together with the only key that opens
        them.
      </p>
    );
  const { deletedAt, keyDestroyedAt, recordsDeleted } = certificate;
  return (
    <Notice tone="good" heading="Deleted">
      <p>
        On {formatInstant(deletedAt, cycle.timeZone)} the {recordsDeleted} sealed records of {cycle.name} were deleted,
        yours among them, and on {formatInstant(keyDestroyedAt, cycle.timeZone)} their only key was destroyed. Copies in
        backups can no longer be opened by anybody.
      </p>
    </Notice>
  );
}

/** One press replaces what is sealed by an empty record; the other page of the form gives new answers. */
function Remove({ view: { cycle, draft } }: { view: ConfidentialView }) {
  const role = FORM_ROLES.find((one) => one === draft.role) ?? 'mentee';
  return (
    <section className="stack-s">
      <h2>Remove my wishes</h2>
      <p>The matching then treats you as somebody who gave none. You can give new ones until the deadline.</p>
      <form method="post" action={paths.applySection(cycle.code, role, 'identity')}>
        <input type="hidden" name="return" value="status" />
        <input type="hidden" name="step" value="seal" />
        <input type="hidden" name="identity_action" value="remove" />
        <button className="button" type="submit">
          Remove my confidential wishes
        </button>
      </form>
    </section>
  );
}

function Erase({ problem = '' }: { problem?: string }) {
  return (
    <section className="stack-s">
      <h2>Erase them for good</h2>
      <p>
        The sealed record itself goes, and stays gone if an old backup is ever restored. Whether you are matched does
        not change.
      </p>
      <form method="post" noValidate>
        <Group name="erase" label="Before you erase" required problem={problem}>
          <Tick
            name="erase"
            id={fieldId('erase')}
            value="yes"
            checked={false}
            label="Erase my confidential answers, if I gave any."
          />
        </Group>
        <div className="actions">
          <button className="button danger" type="submit">
            Erase my confidential answers
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
    <FormFrame cycle={cycle} title={titleWith('My confidential answers', problems)}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        {said ? <Notice tone="good" heading={said} /> : null}
        <div className="stack-s">
          <p className="small">
            <a href={paths.status()}>My applications</a>
          </p>
          <h1>My confidential answers</h1>
          <p>
            What you gave on the confidential page, if anything, is sealed: nobody can look at it, not even you here.{' '}
            <a href={paths.statusCopy()}>Get a copy of everything I gave</a>
          </p>
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
