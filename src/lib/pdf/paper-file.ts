import { inLanguage } from '../language';
import { paperLines, paperOf, type PaperFacts, type PaperKind } from '../words/papers';
import type { Language } from '@/domain/language';
import { taggedPdf } from './tagged';

export type PaperFile = { name: string; type: string; bytes: Buffer<ArrayBuffer> };

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);

/** The paper as a page that needs nothing else: a browser finds letters that our fonts lack. */
function pageOf(kind: PaperKind, facts: PaperFacts, language: Language): string {
  const lines = paperLines(kind, facts).map(({ kind: look, text }) =>
    look === 'title' ? `<h1>${escaped(text)}</h1>` : `<p class="${look}">${escaped(text)}</p>`,
  );
  const style =
    'body{font:17px/1.5 Georgia,serif;max-width:38em;margin:3em auto;padding:0 1em;color:#1B2422}.name{font-size:1.6em}';
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(paperOf(kind, facts).title)}</title><style>${style}</style>`;
  return `<!doctype html><html lang="${language}"><head>${head}</head><body><main>${lines.join('')}</main></body></html>`;
}

/** A paper as a file in the language it is for: a PDF, or a page to print where a letter of it is in none of our fonts. */
export async function paperFile(kind: PaperKind, facts: PaperFacts, language: Language): Promise<PaperFile> {
  const name = `${facts.number}-${kind}`;
  const pdf = await inLanguage(language, () => taggedPdf(paperOf(kind, facts)));
  if (pdf) return { name: `${name}.pdf`, type: 'application/pdf', bytes: pdf };
  const page = inLanguage(language, () => pageOf(kind, facts, language));
  return { name: `${name}.html`, type: 'text/html; charset=utf-8', bytes: Buffer.from(page, 'utf8') };
}
