import { sealRecord } from '@/vault/record';
import { query } from './program';

/** Every confidential answer of every applicant begins with this word and is otherwise its own. */
export const CANARY = 'canary-7f3a';

type Applied = { id: string; organizationId: string; cycleId: string; keyId: string; publicKey: Buffer };

type Answers = { gender: object; ethnicity: object };

/** Replaces what the demonstration sealed for every application, in the order of their ids. */
export async function sealAll(answersOf: (id: string, index: number) => Answers): Promise<void> {
  const applied = await query<Applied>(`
    SELECT a.id::text, a.organization_id::text AS "organizationId", c.id::text AS "cycleId", c.key_id AS "keyId",
      c.public_key AS "publicKey" FROM applications a JOIN cycles c ON c.id = a.cycle_id WHERE c.key_id IS NOT NULL ORDER BY a.id`);
  const records = applied.map(({ id, publicKey, ...place }, index) => {
    const text = JSON.stringify(answersOf(id, index));
    return { id, record: sealRecord(text, publicKey, { ...place, applicationId: id }).toString('hex') };
  });
  await query(
    `SELECT vault.put(a.id, a.organization_id, a.cycle_id, c.key_id, decode(r.record, 'hex'))::text
     FROM json_to_recordset($1::json) AS r(id uuid, record text) JOIN applications a USING (id) JOIN cycles c ON c.id = a.cycle_id`,
    [JSON.stringify(records)],
  );
}

/** Own values and wishes that stand nowhere else in the world. */
export const sealCanaries = (): Promise<void> =>
  sealAll((_, index) => {
    const answer = (dimension: string) => ({
      own: [`${CANARY}-${dimension}-${index}`, `${CANARY}-${dimension}-shared-${index % 3}`],
      wish: index % 2 ? { kind: 'same' } : { kind: 'value', value: `${CANARY}-${dimension}-shared-${index % 5}` },
    });
    return { gender: answer('gender'), ethnicity: answer('ethnicity') };
  });

const bytesOf = (text: string) => [...Buffer.from(text)];

/** The parts of a base64 text that are the same whatever stands before and behind the word. */
const base64Parts = (word: string): string[] =>
  [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), Buffer.from(word)]).toString('base64');
    const bits = (before + word.length) * 8;
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6));
  });

/** How a word may be written down: as it is, and in every spelling that hides it from a plain search. */
export function spellingsOf(word: string): Record<string, string[]> {
  const base64 = base64Parts(word);
  const hex = Buffer.from(word).toString('hex');
  const percent = bytesOf(word).map((byte) => `%${byte.toString(16)}`);
  const code = bytesOf(word).map((byte) => byte.toString(16).padStart(4, '0'));
  return {
    plain: [word, word.toUpperCase()],
    base64,
    base64url: base64.map((part) => part.replaceAll('+', '-').replaceAll('/', '_')),
    hex: [hex, hex.toUpperCase()],
    url: [encodeURIComponent(word).replaceAll('-', '%2D'), percent.join(''), percent.join('').toUpperCase()],
    json: [code.map((one) => `\\u${one}`).join(''), word.replaceAll('-', '\\u002d')],
    html: [word.replaceAll('-', '&#45;'), word.replaceAll('-', '&#x2d;')],
  };
}

const SPELLINGS = Object.entries(spellingsOf(CANARY)).flatMap(([name, texts]) =>
  texts.map((text) => ({ name, bytes: Buffer.from(text) })),
);

export type Looked = { where: string; content: string | Buffer };

/** Where a canary stands, and how it is spelled; nothing when all is well. */
export function findCanaries(all: Iterable<Looked>): string[] {
  const found: string[] = [];
  for (const { where, content } of all) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    for (const spelling of SPELLINGS) if (bytes.includes(spelling.bytes)) found.push(`${where} (${spelling.name})`);
  }
  return found;
}
