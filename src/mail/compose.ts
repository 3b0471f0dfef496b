import MarkdownIt from 'markdown-it';
import { escapeMarkdown } from '@/domain/letters/markdown';
import { language } from '@/lib/language';

/** No raw HTML; links only to https, http on loopback, and mailto. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.validateLink = (url) => /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)|mailto:)/i.test(url);

export type MessageText = {
  subject: string;
  text: string;
  html: string;
  /** Who gets an answer to it. */ replyTo: string;
};
export type Signature = { program: string; contactName: string; contactEmail: string; contactPhone: string };

type Signing = { name: string; contactName: string; contactEmail: string; contactPhone: string };

/** What a mail's signature is made of, as columns of its program. */
export const signedColumns = { name: true, contactName: true, contactEmail: true, contactPhone: true } as const;

/** Who signs the mails of a cycle: the contact of its program. */
export const signatureOf = ({ program }: { program: Signing }): Signature => ({
  program: program.name,
  contactName: program.contactName,
  contactEmail: program.contactEmail,
  contactPhone: program.contactPhone,
});

export const renderMarkdown = (source: string): string => markdown.render(source);

const UNESCAPED = /\\([\\`*_{}[\]()#+\-.!<>|~&])/g;

/** Markdown as plain text for the text part: links keep their address, marks of emphasis and escapes go. */
export const plainText = (source: string): string =>
  source
    .replace(/\[((?:[^\]\\]|\\.)+)\]\(([^)]+)\)/g, (_, words: string, url: string) => {
      const target = url.replace(/^mailto:/, '');
      return words.replace(UNESCAPED, '$1') === target ? target : `${words}: ${target}`;
    })
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/^#+\s*/gm, '')
    .replace(UNESCAPED, '$1');

const FRAME =
  'font-family:Georgia,serif;font-size:17px;line-height:1.55;color:#1B2422;max-width:38em;margin:0 auto;padding:24px;overflow-wrap:break-word';

/** Mail programs that leave dark to the mail ask for it so. */
export const DARK_MAIL = '@media (prefers-color-scheme:dark)';
const STYLE = `a{color:#0E5A4B}${DARK_MAIL}{body{background:#141918!important}.letter{background:#1C2322!important;color:#F2EEE4!important}a{color:#7FD1BC!important}}`;
const HEAD = `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><style>${STYLE}</style>`;

/** An address that is its own words. */
export const linked = (url: string): string => `[${url}](${url})`;

/** Staff wrote the letter in English; what stands above it is in the language at hand. */
const framed = (intro: string, body: string, closing: string): string =>
  intro === ''
    ? renderMarkdown(`${body}\n\n${closing}`)
    : `${renderMarkdown(intro)}<hr><div lang="en">${renderMarkdown(body)}</div>${renderMarkdown(closing)}`;

/**
 * The letter in both parts, in the language at hand. The signature names a person, an address and a phone number on every mail.
 *
 * @param intro stands above a letter that is in English, for somebody who reads another language
 */
export function composeMessage(subject: string, body: string, signature: Signature, intro = ''): MessageText {
  const { program, contactName, contactEmail, contactPhone } = signature;
  const phone = contactPhone ? `, ${contactPhone}` : '';
  const closing = `${escapeMarkdown(contactName)}  \n${escapeMarkdown(program)}  \n[${contactEmail}](mailto:${contactEmail})${escapeMarkdown(phone)}`;
  const whole = [...(intro ? [intro, '* * *'] : []), body.trim(), closing].join('\n\n');
  // One line; the spaces that keep a mark beside its word stay.
  const oneLine = subject.replace(/[^\S\u00a0\u202f]+/g, ' ').trim();
  return {
    subject: oneLine,
    replyTo: contactEmail,
    text: `${plainText(whole).replace(/ {2}\n/g, '\n')}\n`,
    html: `<!doctype html><html lang="${language()}"><head><meta charset="utf-8"><title>${markdown.utils.escapeHtml(oneLine)}</title>${HEAD}</head><body style="background:#F4F8F6;margin:0"><div class="letter" style="background:#FFFFFF;${FRAME}">${framed(intro, body.trim(), closing)}</div></body></html>`,
  };
}
