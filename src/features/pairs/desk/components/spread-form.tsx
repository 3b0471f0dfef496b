'use client';

import { ActionForm } from '@/ui/staff/action-form';
import { spreadLiaisonsAction } from '../../liaisons/actions';

/** Hands the pairs of somebody who leaves over to the others. */
export const HandOverForm = ({
  place,
  carer,
}: {
  place: { cycle: string; cycleId: string };
  carer: { id: string; name: string };
}) => (
  <ActionForm
    action={spreadLiaisonsAction}
    fields={{ ...place, from: carer.id }}
    label="Hand them over"
    about={`from ${carer.name}`}
  />
);

/** Gives every pair without a liaison one. */
export const SpreadForm = ({ place }: { place: { cycle: string; cycleId: string } }) => (
  <ActionForm action={spreadLiaisonsAction} fields={place} label="Spread them evenly" tone="primary" />
);
