import type { ReactNode } from 'react';
import { frameCycle } from '@/auth/guard';
import { paths } from '@/lib/paths';
import { Shell } from '@/ui/staff/shell';

/** The frame of every page of a cycle. Whoever may not see the cycle gets no frame: the page inside refuses. */
export async function CycleFrame({ code, children }: { code: string; children: ReactNode }) {
  const frame = await frameCycle(code);
  if (!frame) return children;
  const { user, cycle, mayAnnounce, seesPeople } = frame;
  const { program } = cycle;
  const links = [
    { href: paths.cycleHome(cycle.code), text: 'Home', exact: true },
    { href: paths.inbox(cycle.code), text: 'Applications' },
    { href: paths.matching(cycle.code), text: 'Matching' },
    ...(seesPeople
      ? [
          { href: paths.people(cycle.code), text: 'People' },
          { href: paths.eligibility(cycle.code), text: 'Who can take part' },
        ]
      : []),
    ...(mayAnnounce
      ? [
          { href: paths.form(cycle.code), text: 'Form' },
          { href: paths.announcement(cycle.code), text: 'Announcement' },
          { href: paths.confidentiality(cycle.code), text: 'Confidentiality' },
        ]
      : []),
  ];
  return (
    <Shell
      name={user.name}
      program={{ name: program.name, href: paths.cycleHome(cycle.code), cycle: cycle.name }}
      links={links}
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      {children}
    </Shell>
  );
}
