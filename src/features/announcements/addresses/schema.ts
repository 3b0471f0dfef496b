import { z } from 'zod';
import { addressSchema, reasonSchema } from '../deliveries/schema';

const onTheList = {
  cycleId: z.uuid(),
  suppressionId: z.uuid(),
  version: z.coerce.number().int(),
  reason: reasonSchema,
};

export const tryAgainSchema = z.strictObject(onTheList);
export type TryAgainInput = z.output<typeof tryAgainSchema>;

export const correctSchema = z.strictObject({ ...onTheList, address: addressSchema });
export type CorrectInput = z.output<typeof correctSchema>;
