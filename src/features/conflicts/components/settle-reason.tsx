import { TextField } from '@/ui/staff/fields';

/** Why a verdict changes. */
export const SettleReason = ({ id }: { id: string }) => (
  <TextField within={`settle-${id}`} name="reason" label="Why?" value={undefined} />
);
