/** What of a page is read or heard, in order: text, and the attributes that a screen reader says. */
export function visibleTexts(html: string): { where: string; text: string }[] {
  const found: { where: string; text: string }[] = [];
  const body = html.replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/g, '').replace(/<!doctype html>/, '');
  let element = '';
  for (const [, tag = '', text = ''] of body.matchAll(/<([^>]+)>|([^<]+)/g)) {
    if (text) found.push({ where: element, text: decoded(text) });
    if (!tag) continue;
    element = /^\/?([a-z0-9]+)/.exec(tag)?.[0] ?? '';
    if (element === 'select') element += ` ${/id="([^"]*)"/.exec(tag)?.[1] ?? ''}`;
    for (const [, name = '', value = ''] of tag.matchAll(/\s(aria-label|title|placeholder|alt|label)="([^"]*)"/g))
      found.push({ where: `@${name}`, text: decoded(value) });
    const said = /data-say="([^"]*)"/.exec(tag)?.[1];
    if (said)
      for (const sentence of Object.values(JSON.parse(decoded(said))).flat())
        found.push({ where: '@data-say', text: String(sentence) });
  }
  return found;
}

const decoded = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Without what stands between the marks of the pseudo-language; in a page they may close in a later piece. */
function outside(texts: readonly { where: string; text: string }[]) {
  let open = 0;
  return texts.map(({ where, text }) => {
    let depth = where.startsWith('@') ? 0 : open;
    let left = '';
    for (const letter of text) {
      if (letter === '⟧') depth = Math.max(0, depth - 1);
      else if (letter === '⟦') depth += 1;
      else if (depth === 0) left += letter;
    }
    if (!where.startsWith('@')) open = depth;
    return { where, text: left };
  });
}

/** What is said of a page that neither comes from the catalogs nor is data. */
export function hardCoded(html: string, data: readonly string[]): string[] {
  const known = [...data].filter((one) => one.trim() !== '').sort((a, b) => b.length - a.length);
  const texts = visibleTexts(html);
  const count = (mark: string) => texts.reduce((sum, { text }) => sum + text.split(mark).length - 1, 0);
  // A mark that is cut off would hide all that follows.
  if (count('⟦') !== count('⟧')) return ['a sentence was cut'];
  return outside(texts).flatMap(({ where, text }) => {
    const left = known.reduce((rest, one) => rest.replaceAll(one, ''), text);
    return /\p{L}/u.test(left) ? [`${where}: ${text.trim()}`] : [];
  });
}

/** Links and forms that lead out of the language of the page; choosing another language, files and mail may. */
export const leadingOut = (html: string, prefix: string): string[] =>
  [...html.matchAll(/<(a|form)\b([^>]*)>/g)].flatMap(([, , attributes = '']) => {
    const to = /(?:href|action)="([^"]*)"/.exec(attributes)?.[1];
    const elsewhere = to === undefined || /^(#|mailto:|tel:|data:|https:)/.test(to) || attributes.includes('hrefLang');
    return elsewhere || to === prefix || to.startsWith(`${prefix}/`) ? [] : [to];
  });
