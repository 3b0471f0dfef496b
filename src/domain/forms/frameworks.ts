import { COMPETENCIES, type Option } from '../mentoring';

/** Areas of work that people rate themselves in. A framework is never changed once forms use it; another is a new one. */
export type Framework = { key: string; name: string; areas: readonly Option[] };

export const FRAMEWORKS = [
  { key: 'alsc-2015', name: 'ALSC 2015, seven areas', areas: COMPETENCIES },
] as const satisfies readonly Framework[];

export const frameworkOf = (key: string): Framework | undefined => FRAMEWORKS.find((one) => one.key === key);
