import { FORM_ROLES } from '@/domain/mentoring';
import { paths } from '@/lib/paths';
import { formatDay } from '@/lib/words/dates';
import { readingsInLanguage } from '@/lib/words/readings';
import { say } from '@/lib/words/say';
import type { StatusEntry } from '../../queries';

/** In which role, or both, somebody filled in this form. */
export const roleOf = (entry: StatusEntry) =>
  FORM_ROLES.find((role) => role === entry.draft?.role) ?? entry.applications[0]?.role ?? 'mentee';

/** What became of the sealed answers, the way to them, and withdrawing in one press. */
export function Confidential({ entry, now }: { entry: StatusEntry; now: Date }) {
  const { cycle, draft, readings, certificate } = entry;
  if (!draft || !cycle.hasIdentity) return null;
  const lines = readingsInLanguage(readings, cycle.timeZone);
  const isOver = certificate !== null || now >= cycle.identityDeleteOn || !cycle.publicKey;
  return (
    <div className="stack-s small">
      <h3>{say('status.confidentialAnswers')}</h3>
      <p>{lines.length > 0 ? lines.join(' ') : say('status.readByNobodyAndNothing')}</p>
      <p>
        {certificate
          ? say('status.deletedOnAndTheirKey', { day: formatDay(certificate.deletedAt, cycle.timeZone) })
          : say('status.whetherOrNotYouGave', { day: formatDay(cycle.identityDeleteOn, cycle.timeZone) })}{' '}
        <a href={paths.statusConfidential(draft.id)}>
          {certificate ? say('status.seeWhatWasDeleted') : say('status.seeMoreOrEraseThem')}
        </a>
      </p>
      {isOver ? null : (
        <form method="post" action={paths.applySection(cycle.code, roleOf(entry), 'identity')}>
          <input type="hidden" name="return" value="status" />
          <input type="hidden" name="step" value="seal" />
          <input type="hidden" name="identity_action" value="remove" />
          <button className="button quiet" type="submit">
            {say('status.removeMyConfidentialWishes')}
          </button>
        </form>
      )}
    </div>
  );
}
