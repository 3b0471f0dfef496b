import { Reference, RoleTag } from '@/ui/static/shapes';
import { ActionForm } from '@/ui/staff/action-form';
import { EmptyState } from '@/ui/static/notice';
import { paths } from '@/lib/paths';
import { acceptSeveralAction } from '../actions';
import type { Undecided } from '../queries';

type Props = { code: string; cycleId: string; rows: readonly Undecided[] };

const readBy = (reviews: number) =>
  reviews === 0 ? 'not read yet' : reviews === 1 ? '1 review' : `${reviews} reviews`;

/** Everybody still open, ticked: the chair unticks whom to look at again, and accepts the rest at once. */
export function AcceptSeveral({ code, cycleId, rows }: Props) {
  if (rows.length === 0)
    return (
      <EmptyState heading="Every application is decided">
        <p>
          Nothing waits here. <a href={paths.matching(code)}>Go on to the matching</a>
        </p>
      </EmptyState>
    );
  return (
    <ActionForm
      action={acceptSeveralAction}
      fields={{ cycle: code, cycleId }}
      label="Accept the ticked applications"
      tone="primary"
    >
      <fieldset className="mb-4">
        <legend className="hidden-visually">Applications to accept</legend>
        <ul className="tasks plain">
          {rows.map(({ id, name, role, reference, reviews }) => (
            <li key={id}>
              <label className="choice">
                <input type="checkbox" name="ids" value={id} defaultChecked />
                <span className="row-s">
                  <strong>{name}</strong> <RoleTag shape={role} /> <Reference>{reference}</Reference>
                </span>
              </label>
              <span className="row-s small">
                <span className={reviews === 0 ? 'tag wait' : 'soft'}>{readBy(reviews)}</span>
                <a href={paths.application(code, id)}>
                  Read<span className="hidden-visually"> the application of {name}</span>
                </a>
              </span>
            </li>
          ))}
        </ul>
      </fieldset>
    </ActionForm>
  );
}
