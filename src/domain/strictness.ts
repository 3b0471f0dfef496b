import { byText } from './matching/problem';

/** One review with a mean. */
export type Scored = { applicationId: string; reviewerId: string; score: number };
/** By how much somebody's reviews lie below (negative) or above what others gave the same applications. */
export type Leaning = { reviewerId: string; leaning: number; reviews: number };
export type Strictness = {
  leanings: readonly Leaning[];
  /** Application → its mean after each review is moved by its writer's leaning. */
  adjusted: ReadonlyMap<string, number>;
};

/** Below this nothing is said: too few to tell a strict reader from weak applications. */
export const LEAST_REVIEWERS = 5;
export const LEAST_SHARED = 10;

/**
 * How strongly leanings are held towards zero: as if every reviewer had this many more reviews that lean neither way, so that
 * somebody with three reviews is not called strict.
 */
export const SHRINKAGE = 2;

/** Groups of reviewers joined by applications that they share, directly or by way of others. */
function groupsOf(byApplication: ReadonlyMap<string, readonly Scored[]>): Map<string, string> {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    const above = parent.get(id) ?? id;
    return above === id ? id : root(above);
  };
  for (const reviews of byApplication.values()) {
    const [first, ...others] = reviews.map(({ reviewerId }) => reviewerId);
    if (first === undefined) continue;
    for (const other of [first, ...others]) {
      if (!parent.has(other)) parent.set(other, other);
      const [a, b] = [root(first), root(other)].sort(byText);
      if (a !== undefined && b !== undefined) parent.set(b, a);
    }
  }
  return new Map([...parent.keys()].map((id) => [id, root(id)]));
}

function grouped(reviews: readonly Scored[]): Map<string, Scored[]> {
  const by = new Map<string, Scored[]>();
  for (const review of reviews) by.set(review.applicationId, [...(by.get(review.applicationId) ?? []), review]);
  return by;
}

/** Solves a symmetric, positive definite system by elimination (Cholesky without roots would do as well; there are few reviewers). */
function solved(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  rows.forEach((row, at) => {
    const pivot = row[at] ?? 1;
    for (const below of rows.slice(at + 1)) {
      const times = (below[at] ?? 0) / pivot;
      if (times !== 0) row.forEach((value, column) => (below[column] = (below[column] ?? 0) - times * value));
    }
  });
  const found = right.map(() => 0);
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at] ?? [];
    const known = found.reduce((sum, value, column) => (column > at ? sum + (row[column] ?? 0) * value : sum), 0);
    found[at] = ((row[right.length] ?? 0) - known) / (row[at] ?? 1);
  }
  return found;
}

/** The normal equations for the leanings alone, the applications eliminated: each review counts by how it differs from its application's mean. */
function leaningsOf(ids: readonly string[], applications: Iterable<readonly Scored[]>, shrinkage: number): number[] {
  const place = new Map(ids.map((id, at) => [id, at]));
  const matrix = ids.map((_, row) => ids.map((__, column) => (row === column ? shrinkage : 0)));
  const right = ids.map(() => 0);
  for (const reviews of applications) {
    const mean = reviews.reduce((sum, { score }) => sum + score, 0) / reviews.length;
    const places = reviews.map(({ reviewerId }) => place.get(reviewerId) ?? 0);
    reviews.forEach(({ score }, at) => {
      const row = places[at] ?? 0;
      right[row] = (right[row] ?? 0) + score - mean;
      const line = matrix[row] ?? [];
      line[row] = (line[row] ?? 0) + 1;
      for (const column of places) line[column] = (line[column] ?? 0) - 1 / reviews.length;
    });
  }
  return solved(matrix, right);
}

/**
 * How strict or kind each reviewer is, and what the means would be without that.
 *
 * The additive model of two-way analysis of variance without interaction (an application effect and a reviewer effect; H. Scheffé,
 * *The Analysis of Variance*, 1959, ch. 4; the many-facet model of J. M. Linacre, 1989, is its like for single ratings), with
 * reviewer effects shrunk as in C. R. Henderson's mixed model equations: of all numbers aᵢ and bⱼ those that make
 * Σ (yᵢⱼ − aᵢ − bⱼ)² + λ Σ bⱼ² least, where yᵢⱼ is the mean that reviewer j gave application i, aᵢ what the application is worth, bⱼ
 * the reviewer's leaning, and λ = 2. The adjusted mean is aᵢ, the mean of yᵢⱼ − bⱼ. Leanings of reviewers who share applications sum
 * to 0; who shares nothing with the others gets none.
 *
 * @returns null with fewer than five reviewers who share, directly or by way of others, at least ten applications
 */
export function strictnessOf(reviews: readonly Scored[], shrinkage = SHRINKAGE): Strictness | null {
  const inOrder = [...reviews].sort(
    (a, b) => byText(a.applicationId, b.applicationId) || byText(a.reviewerId, b.reviewerId),
  );
  const byApplication = grouped(inOrder);
  const groups = groupsOf(byApplication);
  const shared = new Map<string, number>();
  for (const [first, second] of byApplication.values()) {
    const group = first && second ? groups.get(first.reviewerId) : undefined;
    if (group !== undefined) shared.set(group, (shared.get(group) ?? 0) + 1);
  }
  const members = (group: string) => [...groups].filter(([, of]) => of === group).map(([id]) => id);
  const chosen = [...shared]
    .filter(([group, count]) => count >= LEAST_SHARED && members(group).length >= LEAST_REVIEWERS)
    .map(([group]) => group)
    .sort(byText);
  if (chosen.length === 0) return null;
  const ids = chosen.flatMap(members).sort(byText);
  const inside = new Set(ids);
  const of = [...byApplication.values()].filter(([first]) => first && inside.has(first.reviewerId));
  const leanings = leaningsOf(ids, of, shrinkage);
  const leaning = new Map(ids.map((id, at) => [id, leanings[at] ?? 0]));
  return {
    leanings: ids.map((reviewerId) => ({
      reviewerId,
      leaning: leaning.get(reviewerId) ?? 0,
      reviews: inOrder.filter((review) => review.reviewerId === reviewerId).length,
    })),
    adjusted: new Map(
      of.map((row) => [
        row[0]?.applicationId ?? '',
        row.reduce((sum, { score, reviewerId }) => sum + score - (leaning.get(reviewerId) ?? 0), 0) / row.length,
      ]),
    ),
  };
}

const round = (value: number): string => Math.abs(value).toFixed(2);

/** "0.42 kinder", "0.31 stricter", "as the others" below a twentieth of a step. */
export function leaningInWords(leaning: number): string {
  if (Math.abs(leaning) < 0.05) return 'as the others';
  return leaning > 0 ? `${round(leaning)} kinder` : `${round(leaning)} stricter`;
}
