import { z } from 'zod';
import { LANGUAGES } from '@/domain/language';
import { jsonBytes, jsonDate, jsonList, jsonRow } from '@/lib/json-rows';

const rules = z
  .array(
    z.object({ key: z.string(), kind: z.enum(['must', 'should']), text: z.string(), least: z.number().optional() }),
  )
  .default([]);

/** Rules per role, as the program keeps them. */
export const eligibilitySchema = z.object({ mentor: rules, mentee: rules });

/** The committee; only members who agreed are shown. */
export const rosterSchema = z.array(
  z.object({
    name: z.string(),
    affiliation: z.string().default(''),
    role: z.string().default(''),
    /** Such as "2025–2027". */
    term: z.string().default(''),
    consent: z.boolean().default(false),
  }),
);

const ownWords = z.object({
  promise: z.string(),
  summary: z.string(),
  objectives: z.array(z.string()).default([]),
  commitments: z.array(z.string()),
  /** Said while there is no cycle. */
  pause: z.string().default(''),
});
export type OwnWords = z.output<typeof ownWords>;

/** By language, what a program says of itself. */
export const translationsSchema = z.partialRecord(z.enum(LANGUAGES), ownWords);

/** A cycle as the database's functions hand it over. */
export const cycleRow = jsonRow({
  id: z.string(),
  organizationId: z.string(),
  code: z.string(),
  name: z.string(),
  timeZone: z.string(),
  version: z.number(),
  opensAt: jsonDate,
  closesAt: jsonDate,
  mentorsCloseAt: jsonDate.nullable(),
  matchingAt: jsonDate,
  announceAt: jsonDate,
  startsAt: jsonDate,
  endsAt: jsonDate,
  archivesAt: jsonDate,
  waitlistUntil: jsonDate,
  identityDeleteOn: jsonDate,
  hasIdentity: z.boolean(),
  releasedAt: jsonDate.nullable(),
  formVersion: z.string(),
  publicKey: jsonBytes.nullable(),
  keyId: z.string().nullable(),
});

/** Its program likewise, without the roster. */
export const programRow = jsonRow({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  promise: z.string(),
  summary: z.string(),
  commitments: jsonList,
  eligibility: eligibilitySchema,
  showCounts: z.boolean(),
  languages: jsonList,
  contactName: z.string(),
  contactEmail: z.string(),
  contactPhone: z.string(),
});
