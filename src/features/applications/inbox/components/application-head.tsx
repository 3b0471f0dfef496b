import type { ApplicationState } from '@/domain/application';
import { formatInstant } from '@/domain/dates';
import type { Role } from '@/domain/mentoring';
import { paths } from '@/lib/paths';
import { Reference, RoleTag } from '@/ui/static/shapes';
import type { Position } from '../queries';
import { writeFilter, type InboxFilter } from '../schema';
import { StateTag } from './state-tag';

type Shown = {
  id: string;
  name: string;
  reference: string | null;
  role: Role;
  state: ApplicationState;
  places: number;
  submittedAt: Date | null;
  provenAt: Date | null;
  laterBy: Date | null;
  withdrawReason: string;
};
type Props = {
  code: string;
  timeZone: string;
  filter: InboxFilter;
  position: Position;
  application: Shown;
  reviews: boolean;
};

/** Who this is and where it stands, with "4 of 12", previous and next of the filter it was opened from. */
export function ApplicationHead({ code, timeZone, filter, position, application, reviews }: Props) {
  const { name, reference, role, state, places, submittedAt, provenAt, laterBy, withdrawReason } = application;
  return (
    <div className="stack-s">
      <Neighbours code={code} filter={filter} position={position} from={reviews ? application.id : null} />
      <h1>{name || reference}</h1>
      <p className="row-s">
        {name ? <Reference>{reference}</Reference> : null}
        <RoleTag shape={role} />
        <StateTag state={state} />
        {role === 'mentor' ? <span>{places === 1 ? '1 place' : `${places} places`}</span> : null}
      </p>
      <p className="small soft">
        {submittedAt ? `Sent ${formatInstant(submittedAt, timeZone)}.` : null}
        {provenAt ? null : ' The address is not proven yet.'}
        {laterBy ? ` To be decided later, by ${formatInstant(laterBy, timeZone)}.` : null}
        {state === 'withdrawn' && withdrawReason ? ` Withdrawn: “${withdrawReason}”` : null}
      </p>
    </div>
  );
}

type NeighboursProps = {
  code: string;
  filter: InboxFilter;
  position: Position;
  /** The application at hand, for who goes on reviewing. */
  from: string | null;
};

function Neighbours({ code, filter, position: { at, total, previous, next }, from }: NeighboursProps) {
  const href = (other: string) => paths.application(code, other, writeFilter(filter));
  const number = new Intl.NumberFormat('en-US');
  return (
    <nav className="pager crumbs" aria-label="Applications of this filter">
      <a href={paths.inbox(code, writeFilter(filter))}>All of this filter</a>
      <span>
        {at === null
          ? `${number.format(total)} left in this filter`
          : `${number.format(at)} of ${number.format(total)}`}
      </span>
      {previous ? (
        <a href={href(previous)} rel="prev">
          Previous
        </a>
      ) : null}
      {next ? (
        <a href={href(next)} rel="next">
          {at === null ? 'First one' : 'Next'}
        </a>
      ) : null}
      {from ? (
        <a href={paths.nextToReview(code, `${writeFilter(filter)}&from=${from}`)} data-key="n">
          Fewest reviews next
        </a>
      ) : null}
    </nav>
  );
}

/** All that a member ever sees of their own application. */
export const OwnApplication = ({ code }: { code: string }) => (
  <div className="stack reading">
    <h1>This is your own application</h1>
    <p>
      Another member reviews it. You do not see it, what others think of it, or where it stands, until everybody’s
      letters go out.
    </p>
    <p>
      <a className="button" href={paths.inbox(code)}>
        Back to the applications
      </a>
    </p>
  </div>
);
