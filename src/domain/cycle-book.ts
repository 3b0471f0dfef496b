/** A line of the book: what, and how it was. */
export type BookLine = { label: string; value: string };
export type BookSection = {
  key: string;
  heading: string;
  lines: readonly BookLine[];
  /** Said when there is no line. */ none: string;
};
export type BookNote = { words: string; who: string; day: string };

/** What a cycle was, for whoever runs the next. */
export type CycleBook = {
  /** "ALSC Mentoring, Fall 2026" */
  title: string;
  made: string;
  sections: readonly BookSection[];
  notes: readonly BookNote[];
};

/** Lines of a count; those that nothing happened to are left out. */
export const countLines = (counts: readonly (readonly [label: string, count: number])[]): BookLine[] =>
  counts.filter(([, count]) => count > 0).map(([label, count]) => ({ label, value: String(count) }));

const underlined = (heading: string): string => `${heading}\n${'-'.repeat(heading.length)}`;

/** The book as plain text, one line a fact. */
export function bookText({ title, made, sections, notes }: CycleBook): string {
  const parts = sections.map(({ heading, lines, none }) =>
    [underlined(heading), ...(lines.length > 0 ? lines.map(({ label, value }) => `${label}: ${value}`) : [none])].join(
      '\n',
    ),
  );
  const noted = notes.map(({ words, who, day }) => `${words}\n(${who}, ${day})`);
  const last = [underlined('For the next cycle'), ...(noted.length > 0 ? noted : ['Nothing noted.'])].join('\n\n');
  return `${[`${title}: cycle book`, made, ...parts, last].join('\n\n')}\n`;
}
