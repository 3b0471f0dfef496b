import { z } from 'zod';

/** What was typed one a line: trimmed, without empty lines, each once. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

type Limits = {
  most: number;
  longest: number;
  /** What to say when there are too many, or one is too long. */ many: string;
  long: string;
};

/** A field with one thing a line. */
export const lines = ({ most, longest, many, long }: Limits) =>
  z
    .string()
    .max(most * (longest + 2), many)
    .transform(linesOf)
    .refine((all) => all.length <= most, many)
    .refine((all) => all.every((line) => line.length <= longest), long);
