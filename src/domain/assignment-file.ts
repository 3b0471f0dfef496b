type Table = { headings: readonly string[]; rows: readonly { line: number; cells: readonly string[] }[] };

const COLUMNS = {
  reference: ['reference', 'ref', 'application'],
  email: ['email', 'e-mail', 'reviewer', 'reviewer email', 'reviewer’s email', "reviewer's email", 'address'],
};

/** Who and what a line may name. All texts in the form they are compared in: capitals for references, small letters for addresses. */
type Known = {
  /** Reference → application and its person, of those that can be assigned. */
  applications: ReadonlyMap<string, { id: string; personId: string }>;
  /** Address → reviewer, with whether their term has ended and whom they must not judge. */
  reviewers: ReadonlyMap<string, { id: string; inForce: boolean; closed: readonly string[] }>;
};

export type FilePair = { applicationId: string; reviewerId: string };
export type FileProblem = { line: number; reason: string };
export type FileReading = { pairs: FilePair[]; problems: FileProblem[] };

const column = (headings: readonly string[], names: readonly string[]) =>
  headings.findIndex((heading) => names.includes(heading.trim().toLowerCase().replaceAll('_', ' ')));

/**
 * Assignments from a table with a column of references and one of reviewers' addresses. Every line that cannot be is named with
 * its number and the reason.
 *
 * @returns null when a column is missing
 */
export function readAssignments({ headings, rows }: Table, known: Known): FileReading | null {
  const [reference, email] = [column(headings, COLUMNS.reference), column(headings, COLUMNS.email)];
  if (reference < 0 || email < 0) return null;
  const seen = new Map<string, number>();
  const read: FileReading = { pairs: [], problems: [] };
  for (const { line, cells } of rows) {
    const [named, address] = [cells[reference] ?? '', cells[email] ?? ''];
    const application = known.applications.get(named.toUpperCase());
    const reviewer = known.reviewers.get(address.toLowerCase());
    const key = `${named.toUpperCase()} ${address.toLowerCase()}`;
    const reason = () => {
      if (!application) return `“${named}” is no application of this cycle that can be reviewed.`;
      if (!reviewer) return `“${address}” is no reviewer of this program.`;
      if (!reviewer.inForce) return `The term of ${address} has ended.`;
      if (reviewer.closed.includes(application.personId)) return `${address} must not judge ${named}.`;
      const before = seen.get(key);
      return before === undefined ? null : `The same as line ${before}.`;
    };
    const fault = reason();
    if (!seen.has(key)) seen.set(key, line);
    if (fault) read.problems.push({ line, reason: fault });
    else if (application && reviewer) read.pairs.push({ applicationId: application.id, reviewerId: reviewer.id });
  }
  return read;
}
