import { areaOf } from '@/domain/matching/regions';
import type { Option } from '@/domain/mentoring';
import { optionsOf, type Question } from '@/domain/questions';

/** A cell that cannot be understood; the text says why. */
export class CellFault extends Error {}

const plain = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[’‘]/g, "'").replaceAll(/\s+/g, ' ').trim().toLowerCase();

const find = (options: readonly Option[], text: string): Option | undefined =>
  options.find(({ value, label }) => [plain(value), plain(label)].includes(plain(text)));

const YES = ['yes', 'y', 'true', '1', 'x'];
const NO = ['no', 'n', 'false', '0'];

/** Topics and activities may be a program's own; of everything else the matcher must know what it means. */
const takesOwnChoices = ({ name }: Question): boolean => /_(?:topics|activities)$/.test(name);

/**
 * The choices of a cell: separated by semicolons or lines where there are any, else by commas, where a choice with a
 * comma in it is known by its whole wording.
 */
function choicesIn(text: string, options: readonly Option[]): string[] {
  if (/[;\n|]/.test(text)) return text.split(/[;\n|]/);
  const labels = options.map(({ label }) => plain(label)).filter((label) => label.includes(','));
  const choices: string[] = [];
  let rest = plain(text);
  while (rest !== '') {
    const start = rest;
    const whole = labels.find((label) => start === label || start.startsWith(`${label},`));
    const end = whole?.length ?? (rest.includes(',') ? rest.indexOf(',') : rest.length);
    choices.push(rest.slice(0, end));
    rest = rest.slice(end + 1).trim();
  }
  return choices;
}

function readChoices(question: Question, text: string): string[] {
  const options = optionsOf(question);
  const read = (choice: string): string => {
    const known = find(options, choice);
    if (known) return known.value;
    if (takesOwnChoices(question)) return plain(choice);
    throw new CellFault(`“${choice.trim()}” is no choice of “${question.label}”`);
  };
  const filled = choicesIn(text, options).filter((choice) => choice.trim() !== '');
  return [...new Set(filled.map(read))];
}

/** @throws {CellFault} unless the machine knows this zone */
function timeZone(text: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new CellFault(`“${text}” is no time zone, such as America/Chicago`);
  }
}

/** A state or province by its code, with or without the country before it, or by its name. */
function subdivision(question: Question, text: string): string {
  const code = text.toUpperCase();
  const found = [code, `US-${code}`, `CA-${code}`].find((one) => areaOf(one)) ?? find(optionsOf(question), text)?.value;
  if (found === undefined) throw new CellFault(`“${text}” is no state or province`);
  return found;
}

function one(question: Question, text: string): string {
  if (question.name === 'wants_nearby' && YES.includes(plain(text))) return 'yes';
  if (question.name === 'wants_nearby' && NO.includes(plain(text))) return 'no';
  // The form asks for one to three; a spreadsheet may know somebody who takes none, or a class.
  if (question.name === 'places' && /^\d{1,2}$/.test(text)) return text;
  const found = find(optionsOf(question), text);
  if (!found) throw new CellFault(`“${text}” is no choice of “${question.label}”`);
  return found.value;
}

/** 1 to 5, also where words stand behind: "4 (comfortable)". */
function rating(question: Question, text: string): string {
  const [, found] = /^([1-5])(?:\.0)?(?:[^\d.].*)?$/s.exec(text) ?? [];
  if (found === undefined) throw new CellFault(`“${text}” is no rating from 1 to 5 of “${question.label}”`);
  return found;
}

/**
 * A cell as the answer the form would have kept.
 *
 * @throws {CellFault} with a reason for people
 */
export function readCell(question: Question, text: string): string | readonly string[] {
  if (question.name === 'time_zone') return find(optionsOf(question), text)?.value ?? timeZone(text);
  if (question.name === 'subdivision') return subdivision(question, text);
  if (question.type === 'many') return readChoices(question, text);
  if (question.type === 'rating') return rating(question, text);
  return question.type === 'one' ? one(question, text) : text;
}
