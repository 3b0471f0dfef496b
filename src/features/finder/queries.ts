import { z } from 'zod';
import { db, Prisma } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { STATE_LABELS, APPLICATION_STATES } from '@/domain/application';
import { ROLES } from '@/domain/mentoring';
import { may, type Permission } from '@/domain/permissions';
import { and, named, visible } from '@/features/applications/inbox/choosing/queries';
import { nameFor } from '@/features/applications/inbox/choosing/schema';
import { powersOf, viewerOf } from '@/features/reviews/queries';
import { paths } from '@/lib/paths';
import type { Found } from './schema';

type Cycle = { id: string; code: string; programId: string; blindReview: boolean };
type Page = { text: string; href: (code: string) => string; needs: Permission };

/** Pages of a cycle and what can be done there, in the words people look for. */
const PAGES: readonly Page[] = [
  { text: 'Cycle home', href: paths.cycleHome, needs: 'cycle.view' },
  { text: 'Applications to review by me', href: (code) => paths.inbox(code, '?mine=todo'), needs: 'review.write' },
  {
    text: 'Applications that need discussion',
    href: (code) => paths.inbox(code, '?mine=discuss'),
    needs: 'application.list',
  },
  { text: 'All applications', href: (code) => paths.inbox(code, '?mine=all'), needs: 'application.list' },
  {
    text: 'Decide on several applications',
    href: (code) => paths.inbox(code, '?mine=all&state=submitted'),
    needs: 'decision.stage',
  },
  { text: 'Undo what was done to several', href: (code) => paths.together(code, '/done'), needs: 'decision.stage' },
  { text: 'Print applications', href: (code) => paths.print(code, '?mine=all'), needs: 'application.list' },
  { text: 'Conflicts of interest', href: paths.conflicts, needs: 'application.list' },
  { text: 'Coverage: who has read what, reminders', href: paths.coverage, needs: 'review.arrange' },
  { text: 'Assign reviewers', href: paths.assign, needs: 'review.arrange' },
  { text: 'What I know well, for assigning', href: paths.strengths, needs: 'review.write' },
  { text: 'How we review: criteria, blind review', href: paths.rubric, needs: 'review.arrange' },
  { text: 'Matching: plans and runs', href: paths.matching, needs: 'matching.view' },
  { text: 'People: help, notes, late links', href: paths.people, needs: 'people.view' },
  { text: 'The same person twice?', href: paths.twins, needs: 'people.join' },
  { text: 'Enter an application for somebody', href: paths.enterFor, needs: 'application.help' },
  { text: 'Who can take part: rules and roster', href: paths.eligibility, needs: 'eligibility.view' },
  { text: 'Funding: what is offered', href: paths.fundingOffer, needs: 'funding.set_up' },
  { text: 'Funding requests', href: paths.funding, needs: 'funding.review' },
  { text: 'Concerns told in confidence', href: paths.concerns, needs: 'concern.read' },
  { text: 'Days of the cycle', href: paths.cycleDays, needs: 'cycle.set_up' },
  { text: 'Application form', href: paths.form, needs: 'form.view' },
  { text: 'Announcement: letters and pre-flight', href: paths.announcement, needs: 'announcement.view' },
  { text: 'Release the letters', href: paths.release, needs: 'announcement.view' },
  { text: 'Write to a group: mails of staff', href: paths.notices, needs: 'announcement.view' },
  { text: 'Deliveries: what was sent', href: paths.deliveries, needs: 'announcement.view' },
  { text: 'Answers to the letters', href: paths.answers, needs: 'announcement.view' },
  { text: 'Confidentiality and deletion', href: paths.confidentiality, needs: 'confidentiality.view' },
];

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function listPages(user: UserActor, { code, programId }: Cycle, { q, now }: { q: string; now: Date }): Found[] {
  const words = plain(q).split(/\s+/);
  return PAGES.filter(({ needs }) => may(user, needs, { programId, personId: null }, now))
    .filter(({ text }) => words.every((word) => plain(text).includes(word)))
    .map(({ text, href }) => ({ group: 'Pages', href: href(code), text, more: '' }));
}

const MOST = 8;
const rowsSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    reference: z.string().nullable(),
    role: z.enum(ROLES),
    state: z.enum(APPLICATION_STATES),
  }),
);

/** Applications by name or reference, those that begin with what was typed first; never by an answer. */
async function listApplications(user: UserActor, cycle: Cycle, { q, now }: { q: string; now: Date }) {
  const viewer = viewerOf(user, powersOf(user, cycle, now));
  const rows = rowsSchema.parse(
    await db.$queryRaw`
    SELECT a.id::text, a.name, a.reference, a.role, a.state FROM applications a
    WHERE ${and([visible(cycle.id, viewer), named(q, viewer)])}
    ORDER BY ${viewer.names ? Prisma.sql`starts_with(a.name_key, app.plain(${q})) DESC, a.name_key` : Prisma.sql`a.reference`}, a.id
    LIMIT ${MOST}`,
  );
  return rows.map((row) => ({ ...row, name: nameFor(viewer, row) }));
}

/**
 * What somebody may go to in a cycle that has these words: applications, for staff also the people behind them, and pages.
 * With nothing typed, the pages.
 */
export async function find(user: UserActor, cycle: Cycle, q: string, now: Date): Promise<Found[]> {
  const asked = { q, now };
  const rows =
    q && may(user, 'application.list', { programId: cycle.programId }, now)
      ? await listApplications(user, cycle, asked)
      : [];
  const words = rows.map((row) => ({
    ...row,
    more: `${row.reference ?? ''} · ${row.role} · ${STATE_LABELS[row.state].toLowerCase()}`,
  }));
  const seesPeople = may(user, 'people.view', { programId: cycle.programId }, now);
  return [
    ...words.map(({ id, name, more }): Found => ({
      group: 'Applications',
      href: paths.application(cycle.code, id),
      text: name,
      more,
    })),
    ...(seesPeople
      ? words.map(({ id, name, more }): Found => ({
          group: 'People',
          href: paths.helped(cycle.code, id),
          text: name,
          more,
        }))
      : []),
    ...listPages(user, cycle, asked),
  ];
}
