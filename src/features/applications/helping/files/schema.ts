/** The field in which a page that came back carries the file that was handed in with it. */
export const carriedName = (question: string): string => `${question}_kept`;
