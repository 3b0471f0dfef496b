import type { Tx } from '../../src/db/client';
import { newId } from '../../src/lib/id';
import { fillCrowd } from './crowd';

type ToldCrowd = {
  tx: Tx;
  start: Date;
  organizationId: string;
  cycle: { id: string; code: string };
  count: number;
  seed: number;
  from: number;
  approvedById: string;
};

async function approvePlan({ tx, start, organizationId, cycle, approvedById }: ToldCrowd): Promise<string> {
  const id = newId(start);
  await tx.plan.create({
    data: {
      id,
      organizationId,
      cycleId: cycle.id,
      number: 1,
      state: 'approved',
      inputsHash: 'x',
      weights: {},
      totalFit: 1,
      matchedCount: 1,
      verified: true,
      createdById: approvedById,
      createdAt: start,
      approvedById,
      approvedAt: start,
    },
  });
  return id;
}

/** Many people who are all told something: every decision is made, every mentor has one mentee, the plan is approved. */
export async function fillToldCrowd(crowd: ToldCrowd): Promise<void> {
  const { tx, organizationId, cycle, start } = crowd;
  await fillCrowd(crowd);
  await tx.$executeRaw`
    UPDATE applications SET later_by = NULL, state = CASE WHEN state IN ('declined', 'withdrawn') THEN 'declined' ELSE 'accepted' END,
      unmet_rule = CASE WHEN state IN ('declined', 'withdrawn') THEN 'You are 18 or older.' ELSE '' END
    WHERE cycle_id = ${cycle.id}::uuid`;
  const planId = await approvePlan(crowd);
  await tx.$executeRaw`
    WITH sides AS (
      SELECT id, role, row_number() OVER (PARTITION BY role ORDER BY id) AS place
      FROM applications WHERE cycle_id = ${cycle.id}::uuid AND state = 'accepted')
    INSERT INTO matches (id, organization_id, cycle_id, plan_id, mentor_application_id, mentee_application_id, state, reference, fit,
      reasons, safe_reasons, created_at)
    SELECT gen_random_uuid(), ${organizationId}::uuid, ${cycle.id}::uuid, ${planId}::uuid, m.id, e.id, 'approved',
      ${cycle.code} || '-P-' || m.place, 50000, '[]', '["You both chose storytime."]', ${start}
    FROM sides m JOIN sides e ON e.place = m.place AND m.role = 'mentor' AND e.role = 'mentee'`;
}
