import { ROLES, type Role } from '@/domain/mentoring';
import { RoleTag } from '@/ui/static/shapes';
import type { Funnel } from '../../queries';

type Step = keyof Funnel['mentor'];

const STEPS: readonly { key: Step; label: string }[] = [
  { key: 'draft', label: 'Drafts, not sent' },
  { key: 'sent', label: 'Sent' },
  { key: 'reviewed', label: 'Reviewed at least once' },
  { key: 'accepted', label: 'Accepted' },
  { key: 'hold', label: 'On hold' },
  { key: 'declined', label: 'Declined' },
  { key: 'withdrawn', label: 'Withdrawn' },
  { key: 'matched', label: 'Matched' },
];

const PLURAL = { mentor: 'Mentors', mentee: 'Mentees' } as const;

/** How many of each role are where, as numbers and bars. */
export function FunnelView({ funnel }: { funnel: Funnel }) {
  const most = Math.max(1, ...ROLES.flatMap((role) => STEPS.map(({ key }) => funnel[role][key])));
  return (
    <section className="stack-s" aria-labelledby="funnel">
      <h2 id="funnel">From draft to match</h2>
      <div className="table-wrap">
        <table className="table funnel">
          <thead>
            <tr>
              <th scope="col">Step</th>
              {ROLES.map((role) => (
                <th scope="col" colSpan={2} key={role}>
                  <RoleTag shape={role}>{PLURAL[role]}</RoleTag>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {STEPS.map(({ key, label }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                {ROLES.map((role) => (
                  <Cells key={role} role={role} count={funnel[role][key]} most={most} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const Cells = ({ role, count, most }: { role: Role; count: number; most: number }) => (
  <>
    <td className="number w-10">{count}</td>
    <td className="bar-cell" aria-hidden="true">
      <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className={`${role}-bar`} width={(100 * count) / most} height="8" />
      </svg>
    </td>
  </>
);
