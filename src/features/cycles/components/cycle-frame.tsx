import type { ReactNode } from 'react';
import { currentUser } from '@/auth/actor';
import { frameCycle } from '@/auth/guard';
import { keptWords, type Kept } from '@/auth/kept-words';
import { countOwnPairs } from '@/features/pairs/waiting/queries';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { GivenBack, KeptNote } from '@/ui/staff/kept-words';
import type { NavLink } from '@/ui/staff/nav';
import { Shell } from '@/ui/staff/shell';

type Frame = NonNullable<Awaited<ReturnType<typeof frameCycle>>>;

/** The pages of a cycle that this person may open, in the parts of a cycle and in the order of its year. */
function linksOf(frame: Frame, ownPairs: number): NavLink[] {
  const { cycle, seesCycle, seesFunding, seesConcerns, seesPeople, mayAnnounce } = frame;
  const { code, program } = cycle;
  const besideInbox = [paths.coverage, paths.rubric, paths.strengths, paths.conflicts, paths.print].map((to) =>
    to(code),
  );
  const links: (NavLink & { of: boolean })[] = [
    { part: 'Home', of: seesCycle, href: paths.cycleHome(code), text: 'Home', exact: true },
    { part: 'Applying', of: seesPeople, href: paths.people(code), text: 'People', also: [paths.askBack(code)] },
    { part: 'Applying', of: seesPeople, href: paths.eligibility(code), text: 'Who can take part' },
    { part: 'Applying', of: mayAnnounce, href: paths.form(code), text: 'Form' },
    { part: 'Applying', of: seesPeople, href: paths.fundingOffer(code), text: 'Funding' },
    { part: 'Applying', of: seesFunding, href: paths.funding(code), text: 'Funding requests' },
    { part: 'Committee', of: seesCycle, href: paths.inbox(code), text: 'Applications', also: besideInbox },
    { part: 'Committee', of: seesCycle, href: paths.matching(code), text: 'Matching', also: [paths.ballots(code)] },
    { part: 'Committee', of: mayAnnounce, href: paths.confidentiality(code), text: 'Confidentiality' },
    { part: 'Letters', of: mayAnnounce, href: paths.announcement(code), text: 'Announcement' },
    { part: 'Letters', of: mayAnnounce, href: paths.answers(code), text: 'Answers' },
    { part: 'The year', of: ownPairs > 0, href: paths.ownPairs(code), text: 'My pairs' },
    { part: 'The year', of: mayAnnounce, href: paths.pairsDesk(code), text: 'Pairs' },
    { part: 'The year', of: seesConcerns, href: paths.concerns(code), text: 'Concerns' },
    { part: 'The year', of: mayAnnounce, href: paths.events(code), text: 'Events' },
    { part: 'The year', of: mayAnnounce, href: paths.library(code), text: 'Library', also: [paths.topics(code)] },
    { part: 'The year', of: mayAnnounce, href: paths.closing(code), text: 'Closing' },
    { part: 'The cycle', of: mayAnnounce, href: paths.reports(code), text: 'Reports' },
    { part: 'The cycle', of: mayAnnounce, href: paths.cycleBook(code), text: 'Book' },
    { part: 'The cycle', of: seesPeople, href: paths.cycleDays(code), text: 'Days' },
    { part: 'The cycle', of: seesPeople, href: paths.programDesk(program.slug), text: 'Program' },
  ];
  return links.flatMap(({ of, ...link }) => (of ? [link] : []));
}

/** The first page of a cycle for this person. */
function homeOf({ cycle: { code }, seesCycle, seesFunding }: Frame): string {
  if (seesCycle) return paths.cycleHome(code);
  return seesFunding ? paths.funding(code) : paths.concerns(code);
}

type FrameProps = { code: string; /** What helps on every page of a cycle. */ tools: ReactNode; children: ReactNode };

const Words = ({ form }: Pick<Kept, 'form'>) => (
  <div className="stack reading">
    <GivenBack form={form} />
  </div>
);

/** The page, with what was posted to it and not saved; or that alone, where whoever posted it may not do that any more. */
const Answer = ({ kept, children }: { kept: Kept | null; children: ReactNode }) =>
  kept?.refused ? (
    <Words form={kept.form} />
  ) : (
    <>
      {kept ? <KeptNote form={kept.form} /> : null}
      {children}
    </>
  );

/** The frame of every page of a cycle. Whoever may not see the cycle gets no frame: the page inside refuses. */
export async function CycleFrame({ code, tools, children }: FrameProps) {
  const frame = await frameCycle(code);
  const kept = await keptWords();
  // Without a script only a blank page comes of a page that refuses.
  if (!frame && kept)
    return (
      <Shell name={(await currentUser(clock.now()))?.name ?? ''}>
        <Words form={kept.form} />
      </Shell>
    );
  if (!frame) return children;
  const { user, cycle, seesCycle } = frame;
  const { program } = cycle;
  return (
    <Shell
      name={user.name}
      program={{ name: program.name, href: homeOf(frame), cycle: cycle.name }}
      links={linksOf(frame, seesCycle ? await countOwnPairs(cycle.id, user) : 0)}
      tools={seesCycle ? tools : null}
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      <Answer kept={kept}>{children}</Answer>
    </Shell>
  );
}
