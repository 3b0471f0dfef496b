import { z } from 'zod';

const rules = z.array(z.object({ key: z.string(), kind: z.enum(['must', 'should']), text: z.string() })).default([]);

/** Rules per role, as the program keeps them. */
export const eligibilitySchema = z.object({ mentor: rules, mentee: rules });

/** The committee; only members who agreed are shown. */
export const rosterSchema = z.array(
  z.object({
    name: z.string(),
    affiliation: z.string().default(''),
    role: z.string().default(''),
    consent: z.boolean().default(false),
  }),
);
