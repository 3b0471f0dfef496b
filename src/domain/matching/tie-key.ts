/** Mixes 32 bits so that each input bit reaches each output bit (MurmurHash3's finaliser). */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A 32-bit hash of a text (FNV-1a, then mixed). */
export function textHash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h);
}

/** Breaks ties between pairs: 1 to 2³⁰, from two text hashes. Depends on the ids, never on their order or arrival. */
export const tieKey = (mentee: number, mentor: number): number =>
  1 + (mix(Math.imul(mentee, 0x9e3779b1) ^ mix(mentor)) >>> 2);
