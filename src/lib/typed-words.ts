/** Fields of words, as people know them. */
const LABELS = new Map([
  ['comment', 'Comment'],
  ['forApplicant', 'For the applicant'],
  ['note', 'Note'],
  ['own_rule', 'The rule that is not met'],
  ['reason', 'Reason'],
  ['question', 'Question'],
  ['body', 'Text'],
  ['words', 'Words'],
  ['employer', 'Employer'],
  ['names', 'Names'],
]);
/** Where a form stands, not what somebody typed into it. */
const PLACES = new Set(['filter', 'cycle', 'page', 'from']);
const IDS = /^[0-9a-f-]{36}([ \n][0-9a-f-]{36})*$/;

const labelled = (name: string) =>
  name.charAt(0).toUpperCase() +
  name
    .slice(1)
    .replace(/([A-Z])/g, ' $1')
    .replace(/[._]/g, ' ')
    .toLowerCase();

/** What somebody typed into a form, to be read and copied; without ticks, numbers and ids. An unknown field counts when it holds several words. */
export const typedWords = (typed: Record<string, string>): { name: string; label: string; words: string }[] =>
  Object.entries(typed).flatMap(([name, value]) => {
    const words = value.trim();
    const label = LABELS.get(name);
    const isTyped = label !== undefined || (/\S\s+\S/.test(words) && !PLACES.has(name) && !IDS.test(words));
    return words !== '' && isTyped ? [{ name, label: label ?? labelled(name), words }] : [];
  });
