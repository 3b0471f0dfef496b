/** What a person typed, made safe inside Markdown: it shows as typed and can start neither a link nor a list. */
export const escapeMarkdown = (typed: string): string =>
  typed.replace(/([\\`*_{}[\]()#+\-.!<>|~&])/g, '\\$1').replace(/\s*\n\s*/g, ' ');

/** Sentences as a list; '' when there are none. */
export const markdownList = (sentences: readonly string[]): string =>
  sentences.map((sentence) => `- ${escapeMarkdown(sentence)}`).join('\n');
