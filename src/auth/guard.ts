import { cycleDates } from '@/db/columns';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { UserActor } from '@/domain/actor';
import { may, type Permission } from '@/domain/permissions';
import { db } from '@/db/client';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { isCode } from '@/lib/id';
import { currentUser } from './actor';

const findCycle = cache(async (code: string) => {
  if (!isCode(code)) return null;
  return db.cycle.findUnique({
    where: { code },
    select: {
      id: true,
      organizationId: true,
      programId: true,
      code: true,
      name: true,
      timeZone: true,
      formVersion: true,
      ...cycleDates,
      waitlistUntil: true,
      releasedAt: true,
      blindReview: true,
      confirmation: true,
      program: {
        select: { name: true, slug: true, languages: true, contactName: true, contactEmail: true, contactPhone: true },
      },
    },
  });
});
export type GuardedCycle = NonNullable<Awaited<ReturnType<typeof findCycle>>>;

/** The signed-in user of a page, or on to the sign-in page and back to `path` from there. */
export async function pageUser(path: string, now: Date = clock.now()): Promise<UserActor> {
  const user = await currentUser(now);
  if (!user) redirect(`${paths.signIn()}?next=${encodeURIComponent(path)}`);
  return user;
}

/**
 * What every page of a cycle asks first: who is signed in, and whether they may. A missing right looks like a missing page.
 *
 * @param path where to come back to after signing in
 */
export async function pageCycle(code: string, permission: Permission, path: string) {
  const now = clock.now();
  const user = await pageUser(path, now);
  const cycle = await findCycle(code.toUpperCase());
  if (!cycle || !may(user, permission, { programId: cycle.programId }, now)) notFound();
  return { user, cycle, now };
}

const findProgram = cache(async (slug: string) => {
  if (!isCode(slug)) return null;
  return db.program.findUnique({
    where: { slug },
    select: {
      id: true,
      organizationId: true,
      slug: true,
      name: true,
      contactName: true,
      contactEmail: true,
      contactPhone: true,
    },
  });
});
export type GuardedProgram = NonNullable<Awaited<ReturnType<typeof findProgram>>>;

/** The same for the pages of a program that belong to no cycle. */
export async function pageProgram(slug: string, permission: Permission, path: string) {
  const now = clock.now();
  const user = await pageUser(path, now);
  const program = await findProgram(slug.toLowerCase());
  if (!program || !may(user, permission, { programId: program.id }, now)) notFound();
  return { user, program, now };
}

/** For the frame around those pages. */
export async function frameProgram(slug: string) {
  const now = clock.now();
  const user = await currentUser(now);
  const program = user && (await findProgram(slug.toLowerCase()));
  return program && may(user, 'members.view', { programId: program.id }, now) ? { user, program } : null;
}

/** For the frame around a page, which neither redirects nor refuses: the page inside does. */
export async function frameCycle(code: string) {
  const now = clock.now();
  const user = await currentUser(now);
  const cycle = user && (await findCycle(code.toUpperCase()));
  if (!cycle) return null;
  const { programId } = cycle;
  const seesCycle = may(user, 'cycle.view', { programId }, now);
  const seesFunding = may(user, 'funding.review', { programId }, now);
  const seesConcerns = may(user, 'concern.read', { programId }, now);
  if (!seesCycle && !seesFunding && !seesConcerns) return null;
  return {
    user,
    cycle,
    seesCycle,
    seesFunding,
    seesConcerns,
    mayAnnounce: may(user, 'announcement.view', { programId }, now),
    seesPeople: may(user, 'people.view', { programId }, now),
  };
}

/** The signed-in user of a server action; an ended session sends them to sign in. */
export const actionUser = pageUser;
