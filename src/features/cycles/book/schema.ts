import { z } from 'zod';

const WORDS = 'Write what the next cycle should know.';
const words = z.string(WORDS).trim().min(1, WORDS).max(2000, 'Keep a note under 2,000 characters.');

export const addNoteSchema = z.object({ cycleId: z.uuid(), words });
export type AddNote = z.output<typeof addNoteSchema>;

export const changeNoteSchema = z.object({ noteId: z.uuid(), version: z.coerce.number().int().positive(), words });
export type ChangeNote = z.output<typeof changeNoteSchema>;

export const removeNoteSchema = changeNoteSchema.omit({ words: true });
export type RemoveNote = z.output<typeof removeNoteSchema>;
