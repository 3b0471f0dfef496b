const PLAIN = 'aceinouyACEINOUY';
const MARKED = 'áćéíńóúýÁĆÉÍŃÓÚÝ';
const PLURAL = /^(\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,)([\s\S]*)$/;

const marked = (text: string): string =>
  text
    .split(/(<[^>]*>)/)
    .map((part) => (part.startsWith('<') ? part : part.replace(/[a-z]/gi, (one) => MARKED[PLAIN.indexOf(one)] ?? one)))
    .join('');

/** The text up to where the brace at `from` closes. */
function braced(text: string, from: number): string {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return text.slice(from + 1, at);
  }
  return text.slice(from + 1);
}

const argument = (inside: string): string => {
  const [, head, cases = ''] = PLURAL.exec(inside) ?? [];
  return `{${head === undefined ? inside : head + message(cases, false)}}`;
};

/** Letters outside of arguments get marks; the cases of a plural are messages themselves, their names are not. */
function message(text: string, words = true): string {
  const open = text.indexOf('{');
  const mark = words ? marked : (plain: string) => plain;
  if (open < 0) return mark(text);
  const inside = braced(text, open);
  const rest = text.slice(open + inside.length + 2);
  return mark(text.slice(0, open)) + (words ? argument(inside) : `{${message(inside)}}`) + message(rest, words);
}

/** ⟦Ápply ás á méńtór~~~~⟧: English that shows where a sentence is not from the catalogs, and a third longer. */
export const pseudo = (english: string): string =>
  `⟦${message(english)}${'~'.repeat(Math.ceil(english.length * 0.35))}⟧`;
