import type { GuardedCycle } from '@/auth/guard';
import { ChangeChart } from '@/ui/static/change-chart';
import type { AreaGrowth } from '@/domain/growth';
import { ClosingTabs } from '../../components/closing-tabs';
import type { RoleGrowth } from '../queries';
import { GrowthTable, meanOf } from './growth-table';

const ROLE_NAMES = { mentor: 'Mentors', mentee: 'Mentees' } as const;

/** The finding: the area that changed most, of those with anybody in it. */
function findingOf(name: string, areas: readonly AreaGrowth[]): string {
  const [most] = areas.toSorted((a, b) => (b.change ?? -9) - (a.change ?? -9));
  if (!most || most.change === null || most.change <= 0) return `${name} rate no area higher than when they applied`;
  return `${name} grew most in ${most.label}: from ${meanOf(most.before)} to ${meanOf(most.after)}`;
}

function RolePart({ growth: { role, areas } }: { growth: RoleGrowth }) {
  const changes = areas.flatMap(({ area, label, before, after }) =>
    before === null || after === null ? [] : [{ key: area, label, before, after }],
  );
  const name = ROLE_NAMES[role];
  if (changes.length === 0)
    return (
      <section className="stack-s" aria-labelledby={role}>
        <h2 id={role}>{name}</h2>
        <p>Nobody has rated the areas again yet.</p>
      </section>
    );
  const finding = findingOf(name, areas);
  return (
    <section className="stack" aria-labelledby={role}>
      <h2 id={role}>{finding}</h2>
      <ChangeChart changes={changes} title={finding} before="When they applied" after="At the end" format={meanOf} />
      <GrowthTable name={name} areas={areas} />
    </section>
  );
}

/** How ratings changed in a cycle, by role and area: exact numbers, for staff and chair. */
export const GrowthDeskPage = ({ cycle, growth }: { cycle: GuardedCycle; growth: readonly RoleGrowth[] }) => (
  <div className="stack-l">
    <header className="stack-s">
      <h1>Growth</h1>
      <p className="soft reading">
        Means of everybody who rated an area both times, 1 to 5; a blank is left out, and a person counts once. Exact
        numbers for your work: where few have answered, they point at somebody, so do not pass them on.
      </p>
    </header>
    <ClosingTabs code={cycle.code} at="growth" />
    {growth.map((one) => (
      <RolePart key={one.role} growth={one} />
    ))}
  </div>
);
