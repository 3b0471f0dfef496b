import { byText } from '@/domain/matching/problem';
import { LIBRARY_TYPES, STAGES, type MenteeProfile, type Option } from '@/domain/mentoring';
import type { PlanPair } from './resolve';
import { SMALLEST_SHOWN, withoutSmallCells } from './small-cells';

/** Points; a band ends where the next begins, and the last takes 100 too. */
const BAND_POINTS = 10;
const BANDS = 100 / BAND_POINTS;

export type Band = {
  /** Points, 0 to 90. */
  from: number;
  /** Mentees matched in this band; null when hidden. */
  mentees: number | null;
};

/** Who was matched among the mentees who gave one answer; null where a number is hidden. */
export type Share = { value: string; label: string; mentees: number | null; matched: number | null };

export type FairnessReport = {
  mentees: number;
  /** Null when hidden. */
  matched: number | null;
  /** Thousandths of a point; null when nobody is matched, or hidden: the lowest is one person's. */
  lowest: number | null;
  median: number | null;
  bands: readonly Band[];
  byStage: readonly Share[];
  byState: readonly Share[];
  bySetting: readonly Share[];
};

/** In working views staff and chair read exact counts; what is shared, downloaded or public hides small ones. */
export type Audience = 'working' | 'shared';

function bandsOf(fits: readonly number[], audience: Audience): Band[] {
  const counts = Array.from({ length: BANDS }, () => 0);
  for (const fit of fits) {
    const band = Math.min(BANDS - 1, Math.floor(fit / (BAND_POINTS * 1000)));
    counts[band] = (counts[band] ?? 0) + 1;
  }
  const shown = audience === 'working' ? counts : withoutSmallCells(counts);
  return shown.map((mentees, band) => ({ from: band * BAND_POINTS, mentees }));
}

type Counted = { value: string; label: string; mentees: number; matched: number };

/** Hides small groups, and in the others who was matched where few were or few were not. */
function hidden(groups: readonly Counted[]): Share[] {
  const mentees = withoutSmallCells(groups.map((group) => group.mentees));
  const isSmall = (matched: number, row: number): boolean => {
    const all = groups[row]?.mentees ?? 0;
    return mentees[row] === null || Math.min(matched, all - matched) < SMALLEST_SHOWN;
  };
  const matched = withoutSmallCells(
    groups.map((group) => group.matched),
    isSmall,
  );
  return groups.map(({ value, label }, row) => ({
    value,
    label,
    mentees: mentees[row] ?? null,
    matched: matched[row] ?? null,
  }));
}

type Grouping = { valueOf: (mentee: MenteeProfile) => string; labelOf: (value: string) => string };

const labelIn =
  (options: readonly Option[]) =>
  (value: string): string =>
    options.find((option) => option.value === value)?.label ?? (value === '' ? 'Not answered' : value);

const GROUPINGS = {
  byStage: { valueOf: ({ stage }) => stage, labelOf: labelIn(STAGES) },
  byState: { valueOf: ({ subdivision }) => subdivision, labelOf: labelIn([]) },
  bySetting: { valueOf: ({ libraryType }) => libraryType, labelOf: labelIn(LIBRARY_TYPES) },
} satisfies Record<string, Grouping>;

/** Largest group first. */
function sharesBy({ valueOf, labelOf }: Grouping, mentees: readonly MenteeProfile[], matched: ReadonlySet<string>) {
  const groups = new Map<string, Counted>();
  for (const mentee of mentees) {
    const value = valueOf(mentee);
    const group = groups.get(value) ?? { value, label: labelOf(value), mentees: 0, matched: 0 };
    group.mentees += 1;
    if (matched.has(mentee.applicationId)) group.matched += 1;
    groups.set(value, group);
  }
  return [...groups.values()].sort((a, b) => b.mentees - a.mentees || byText(a.value, b.value));
}

/** How the plan treats different people: fits over mentees, and who was matched by stage, state and setting. Never by identity. */
export function fairnessReport(
  mentees: readonly MenteeProfile[],
  matches: readonly PlanPair[],
  audience: Audience,
): FairnessReport {
  const fits = matches.map(({ fit }) => fit).sort((a, b) => a - b);
  const matched = new Set(matches.map(({ mentee }) => mentee));
  const shares = (grouping: Grouping): Share[] => {
    const groups = sharesBy(grouping, mentees, matched);
    return audience === 'working' ? groups : hidden(groups);
  };
  const unmatched = mentees.length - matched.size;
  const isSmall = [matched.size, unmatched].some((count) => count > 0 && count < SMALLEST_SHOWN);
  const isHidden = audience === 'shared' && isSmall;
  return {
    mentees: mentees.length,
    matched: isHidden ? null : matched.size,
    lowest: audience === 'shared' ? null : (fits[0] ?? null),
    median: isHidden ? null : (fits[Math.floor((fits.length - 1) / 2)] ?? null),
    bands: bandsOf(fits, audience),
    byStage: shares(GROUPINGS.byStage),
    byState: shares(GROUPINGS.byState),
    bySetting: shares(GROUPINGS.bySetting),
  };
}
