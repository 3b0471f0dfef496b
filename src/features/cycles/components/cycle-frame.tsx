import type { ReactNode } from 'react';
import { frameCycle } from '@/auth/guard';
import { countOwnPairs } from '@/features/pairs/waiting/queries';
import { paths } from '@/lib/paths';
import type { NavLink } from '@/ui/staff/nav';
import { Shell } from '@/ui/staff/shell';

type Frame = NonNullable<Awaited<ReturnType<typeof frameCycle>>>;

/** The pages of a cycle that this person may open. */
function linksOf(
  { cycle: { code, program }, seesCycle, seesFunding, seesPeople, mayAnnounce }: Frame,
  ownPairs: number,
): NavLink[] {
  const links: { of: boolean; links: NavLink[] }[] = [
    {
      of: seesCycle,
      links: [
        { href: paths.cycleHome(code), text: 'Home', exact: true },
        { href: paths.inbox(code), text: 'Applications' },
        { href: paths.matching(code), text: 'Matching' },
      ],
    },
    { of: ownPairs > 0, links: [{ href: paths.ownPairs(code), text: 'My pairs' }] },
    {
      of: seesPeople,
      links: [
        { href: paths.people(code), text: 'People' },
        { href: paths.eligibility(code), text: 'Who can take part' },
        { href: paths.fundingOffer(code), text: 'Funding' },
      ],
    },
    {
      of: mayAnnounce,
      links: [
        { href: paths.form(code), text: 'Form' },
        { href: paths.announcement(code), text: 'Announcement' },
        { href: paths.answers(code), text: 'Answers' },
        { href: paths.pairsDesk(code), text: 'Pairs' },
        { href: paths.events(code), text: 'Events' },
        { href: paths.library(code), text: 'Library' },
        { href: paths.closing(code), text: 'Closing' },
        { href: paths.confidentiality(code), text: 'Confidentiality' },
        { href: paths.reports(code), text: 'Reports' },
        { href: paths.cycleBook(code), text: 'Book' },
      ],
    },
    {
      of: seesPeople,
      links: [
        { href: paths.cycleDays(code), text: 'Days' },
        { href: paths.programDesk(program.slug), text: 'Program' },
      ],
    },
    { of: seesFunding, links: [{ href: paths.funding(code), text: 'Funding requests' }] },
  ];
  return links.flatMap((group) => (group.of ? group.links : []));
}

type FrameProps = { code: string; /** What helps on every page of a cycle. */ tools: ReactNode; children: ReactNode };

/** The frame of every page of a cycle. Whoever may not see the cycle gets no frame: the page inside refuses. */
export async function CycleFrame({ code, tools, children }: FrameProps) {
  const frame = await frameCycle(code);
  if (!frame) return children;
  const { user, cycle, seesCycle } = frame;
  const { program } = cycle;
  const home = seesCycle ? paths.cycleHome(cycle.code) : paths.funding(cycle.code);
  return (
    <Shell
      name={user.name}
      program={{ name: program.name, href: home, cycle: cycle.name }}
      links={linksOf(frame, seesCycle ? await countOwnPairs(cycle.id, user) : 0)}
      tools={seesCycle ? tools : null}
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      {children}
    </Shell>
  );
}
