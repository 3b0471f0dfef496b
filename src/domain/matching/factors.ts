/** What a fit is made of, in the order in which ties between points are settled. Weights are the default. */
export const FACTORS = [
  { key: 'competencies', label: 'Competencies', weight: 45 },
  { key: 'interests', label: 'Topics and activities', weight: 15 },
  { key: 'region', label: 'Region', weight: 15 },
  { key: 'meeting', label: 'Ways and times to meet', weight: 10 },
  { key: 'setting', label: 'Setting', weight: 5 },
] as const;
export type FactorKey = (typeof FACTORS)[number]['key'];

/** Whole numbers, 0 or more; 0 switches a factor off. */
export type Weights = Record<FactorKey, number>;
export const DEFAULT_WEIGHTS: Weights = { competencies: 45, interests: 15, region: 15, meeting: 10, setting: 5 };

/** Ten-thousandths; null where nobody asked or answered. */
export type FactorValues = Record<FactorKey, number | null>;
