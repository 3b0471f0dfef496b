import { RULE_KINDS } from '@/domain/eligibility';
import { ActionForm } from '@/ui/staff/action-form';
import { endWaiverAction } from '../actions';
import type { EligibilityDesk } from '../queries';

type Props = { cycle: string; cycleId: string; waivers: EligibilityDesk['waivers'] };

const wordsOf = (rule: string): string => Object.entries(RULE_KINDS).find(([key]) => key === rule)?.[1] ?? rule;

/** Who was let off which rule, and why. */
export function Waivers({ cycle, cycleId, waivers }: Props) {
  if (waivers.length === 0) return <p className="soft">Nobody is let off a rule.</p>;
  return (
    <ul className="plain stack-s">
      {waivers.map(({ id, email, rule, reason }) => (
        <li key={id} className="between">
          <span>
            <strong>{email}</strong>, {wordsOf(rule).toLowerCase()}: {reason}
          </span>
          <ActionForm
            action={endWaiverAction}
            fields={{ cycle, cycleId, id }}
            label="Let the rule hold again"
            about={`for ${email}`}
            tone="quiet"
          />
        </li>
      ))}
    </ul>
  );
}
