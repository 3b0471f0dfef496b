import type { GuardedCycle } from '@/auth/guard';
import { compiled } from '@/domain/forms/compiled';
import { FORM_ROLES, type FormRole } from '@/domain/mentoring';
import { sectionsOf, type Section } from '@/domain/questions';
import { getFormDesk, numberOf } from '@/features/forms/queries';

/** A form as staff try it: nothing is kept, the answers travel from page to page. */
export type Trial = {
  cycle: GuardedCycle;
  role: FormRole;
  sections: readonly Section[];
  version: number;
  inWork: boolean;
};

/** The version in work where there is one, else the one in use; without the confidential page, which no form changes. */
export async function findTrial(cycle: GuardedCycle, typed: string): Promise<Trial | null> {
  const role = FORM_ROLES.find((one) => one === typed);
  if (!role) return null;
  const { inWork, used, inUse } = await getFormDesk(cycle);
  const sections = sectionsOf(compiled(inWork?.name ?? inUse, inWork?.form ?? used), role, false);
  return { cycle, role, sections, version: inWork?.number ?? numberOf(inUse), inWork: inWork !== null };
}
