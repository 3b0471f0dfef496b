import { z } from 'zod';

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const camelKeys = (row: unknown): unknown =>
  row === null || typeof row !== 'object'
    ? row
    : Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value]));

/** A row that PostgreSQL wrote as JSON, under our names (`opens_at` is `opensAt`); columns not named here are left out. */
export const jsonRow = <Shape extends z.ZodRawShape>(shape: Shape) => z.preprocess(camelKeys, z.object(shape));

/** A timestamp or date in such a row. */
export const jsonDate = z.string().transform((text) => new Date(text));

/** Bytes in such a row, written in Base64. */
export const jsonBytes = z.string().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));

/** A list in such a row; none is an empty one. */
export const jsonList = z
  .array(z.string())
  .nullable()
  .transform((list) => list ?? []);
