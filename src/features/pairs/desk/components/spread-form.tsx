'use client';

import { ActionForm } from '@/ui/staff/action-form';
import { spreadLiaisonsAction } from '../../liaisons/actions';

/** Gives every pair without a liaison one. */
export const SpreadForm = ({ place }: { place: { cycle: string; cycleId: string } }) => (
  <ActionForm action={spreadLiaisonsAction} fields={place} label="Spread them evenly" tone="primary" />
);
