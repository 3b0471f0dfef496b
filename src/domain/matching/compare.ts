import { byText } from '@/domain/matching/problem';

type PlanPair = { mentee: string; mentor: string; fit: number };

export type PlanFigures = {
  matched: number;
  totalFit: number;
  /** Null when nobody is matched. */
  minimumFit: number | null;
};

export type Change = {
  mentee: string;
  kind: 'same' | 'moved' | 'gained' | 'lost';
  /** The mentor before and after; null for none. */
  from: string | null;
  to: string | null;
  /** Thousandths gained; being unmatched counts 0. */
  fitChange: number;
};

export type Comparison = { before: PlanFigures; after: PlanFigures; changes: readonly Change[] };

const figures = (plan: readonly PlanPair[]): PlanFigures => ({
  matched: plan.length,
  totalFit: plan.reduce((sum, { fit }) => sum + fit, 0),
  minimumFit: plan.reduce<number | null>((least, { fit }) => Math.min(least ?? fit, fit), null),
});

function kindOf(from: string | null, to: string | null): Change['kind'] {
  if (from === to) return 'same';
  if (from === null) return 'gained';
  return to === null ? 'lost' : 'moved';
}

/** Two plans of one cycle side by side: every mentee who is in either, by id. */
export function comparePlans(before: readonly PlanPair[], after: readonly PlanPair[]): Comparison {
  const earlier = new Map(before.map((pair) => [pair.mentee, pair]));
  const later = new Map(after.map((pair) => [pair.mentee, pair]));
  const mentees = [...new Set([...earlier.keys(), ...later.keys()])].sort(byText);
  const changes = mentees.map((mentee): Change => {
    const from = earlier.get(mentee);
    const to = later.get(mentee);
    const [was, is] = [from?.mentor ?? null, to?.mentor ?? null];
    return { mentee, kind: kindOf(was, is), from: was, to: is, fitChange: (to?.fit ?? 0) - (from?.fit ?? 0) };
  });
  return { before: figures(before), after: figures(after), changes };
}
