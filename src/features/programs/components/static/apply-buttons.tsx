import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import { isOpenFor, lastClosing } from '@/domain/cycle';
import { formatInstant } from '@/lib/words/dates';
import { FORM_ROLES } from '@/domain/mentoring';
import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';
import type { ProgramView } from '../../queries';

type Cycle = NonNullable<ProgramView['cycle']>;

/** The ways in; a role that is closed is not offered. */
export function ApplyButtons({ cycle, now }: { program: ProgramView; cycle: Cycle; now: Date }) {
  const open = FORM_ROLES.filter((role) => isOpenFor(cycle, role, now));
  if (open.length === 0) return null;
  return (
    <p className="row">
      {open.map((role, index) => (
        <a key={role} className={index === 0 ? 'button primary' : 'button'} href={paths.apply(cycle.code, role)}>
          {role === 'both' ? say('programs.applyBoth') : say(`apply.title_${role}`)}
        </a>
      ))}
    </p>
  );
}

/** There is no cycle: why, in the program's own words, and what one can do. */
export const Paused = ({ pause, lang }: { pause: string; lang: string | undefined }) => (
  <Notice heading={say('programs.theProgramIsPaused')}>
    {pause ? (
      <p className="whitespace-pre-line" lang={lang}>
        {pause}
      </p>
    ) : null}
    <p>{say('programs.thereAreNoDatesFor')}</p>
  </Notice>
);

/** What a visitor can do now, unless the form is simply open. */
export function Standing({ cycle, now }: { cycle: Cycle; now: Date }) {
  if (cycle.late) {
    return (
      <Notice tone="warning" heading={say('programs.weAreRunningLate')}>
        <p>{say('programs.theMatchesWereToBe')}</p>
      </Notice>
    );
  }
  if (now < cycle.opensAt) {
    return (
      <Notice heading={say('programs.applicationsAreNotOpenYet')}>
        <p>{say('programs.theyOpenOnYouCan', { at: formatInstant(cycle.opensAt, cycle.timeZone) })}</p>
      </Notice>
    );
  }
  if (now < lastClosing(cycle)) return null;
  return (
    <Notice heading={say('programs.applicationsForThisCycleAre')}>
      <p>
        {rich('programs.theyClosedOnIfYou', {
          at: formatInstant(lastClosing(cycle), cycle.timeZone),
          link: (words) => <a href={paths.status()}>{words}</a>,
        })}
      </p>
    </Notice>
  );
}
