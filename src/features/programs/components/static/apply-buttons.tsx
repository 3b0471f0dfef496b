import { isOpenFor, lastClosing } from '@/domain/cycle';
import { formatInstant } from '@/domain/dates';
import { FORM_ROLES } from '@/domain/mentoring';
import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';
import type { ProgramView } from '../../queries';

type Cycle = NonNullable<ProgramView['cycle']>;

const WORDS = { mentor: 'Apply as a mentor', mentee: 'Apply as a mentee', both: 'Apply as both' } as const;

/** The ways in; a role that is closed is not offered. */
export function ApplyButtons({ cycle, now }: { program: ProgramView; cycle: Cycle; now: Date }) {
  const open = FORM_ROLES.filter((role) => isOpenFor(cycle, role, now));
  if (open.length === 0) return null;
  return (
    <p className="row">
      {open.map((role, index) => (
        <a key={role} className={index === 0 ? 'button primary' : 'button'} href={paths.apply(cycle.code, role)}>
          {WORDS[role]}
        </a>
      ))}
    </p>
  );
}

/** What a visitor can do now, unless the form is simply open. */
export function Standing({ cycle, now }: { cycle: Cycle | null; now: Date }) {
  if (!cycle) {
    return (
      <Notice heading="The program is paused">
        <p>There are no dates for a next cycle yet. This page will show them as soon as there are.</p>
      </Notice>
    );
  }
  if (cycle.late) {
    return (
      <Notice tone="warning" heading="We are running late">
        <p>
          The matches were to be announced by now. Nobody needs to do anything; everyone who applied gets a mail, and
          the new date will stand here.
        </p>
      </Notice>
    );
  }
  if (now < cycle.opensAt) {
    return (
      <Notice heading="Applications are not open yet">
        <p>They open on {formatInstant(cycle.opensAt, cycle.timeZone)}. You can read all questions before.</p>
      </Notice>
    );
  }
  if (now < lastClosing(cycle)) return null;
  return (
    <Notice heading="Applications for this cycle are closed">
      <p>
        They closed on {formatInstant(lastClosing(cycle), cycle.timeZone)}. If you applied,{' '}
        <a href={paths.status()}>see where your application stands</a>.
      </p>
    </Notice>
  );
}
