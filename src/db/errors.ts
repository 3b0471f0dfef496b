import { z } from 'zod';
import { Refusal, type RefusalCode } from '@/domain/refusal';

const driverError = z.object({
  meta: z.object({
    driverAdapterError: z.object({
      cause: z.object({
        originalCode: z.string().optional(),
        originalMessage: z.string().optional(),
        constraint: z.union([z.object({ index: z.string() }), z.object({ fields: z.array(z.string()) })]).optional(),
      }),
    }),
  }),
});

/** Whether a database error comes from the named constraint, index or trigger. Error texts are never logged: they print values. */
export function breaks(error: unknown, constraint: string): boolean {
  const parsed = driverError.safeParse(error);
  if (!parsed.success) return error instanceof Error && error.message.includes(constraint);
  const { constraint: found, originalMessage = '' } = parsed.data.meta.driverAdapterError.cause;
  return (
    (found && 'index' in found && found.index === constraint) ||
    originalMessage.includes(constraint) ||
    String(error).includes(constraint)
  );
}

/** For `.catch`: turns the break of one constraint into the refusal a person can act on; anything else stays a bug. */
export const refuseOn =
  (constraint: string, code: RefusalCode) =>
  (error: unknown): never => {
    if (breaks(error, constraint)) throw new Refusal(code);
    throw error;
  };
