import { db, type Prisma } from '@/db/client';
import { dayOf } from '@/domain/dates';
import { FUNDING_FIELD, isMembershipPending, membershipOf, type Membership } from '@/domain/eligibility';
import { rolesNeedingMembership } from '@/domain/roster';
import { textOf } from '@/domain/answers';
import { answersSchema } from '@/features/applications/schema';
import { listBought } from '@/features/funding/asking/queries';
import { eligibilitySchema } from '@/features/programs/schema';

type Cycle = { id: string; organizationId: string; programId: string; timeZone: string };

/** Keys of the rules that staff let this address off in a cycle. */
export async function listWaived(cycleId: string, email: string): Promise<string[]> {
  const rows = await db.waiver.findMany({ where: { cycleId, email }, select: { rule: true } });
  return rows.map(({ rule }) => rule);
}

const SAYS: Record<string, string> = { yes: 'says: member', unsure: 'is not sure', no: 'says: no member' };

type Asked = { roles: readonly string[]; only?: Prisma.ApplicationWhereInput };

/** What the roster says of the people of a cycle in these roles, for staff; by reference. */
async function listMemberships({ id, organizationId, timeZone }: Cycle, { roles, only = {} }: Asked, now: Date) {
  const applications = await db.application.findMany({
    where: { cycleId: id, role: { in: [...roles] }, state: { notIn: ['draft', 'withdrawn', 'declined'] }, ...only },
    select: {
      id: true,
      reference: true,
      personId: true,
      name: true,
      email: true,
      role: true,
      state: true,
      answers: true,
    },
    orderBy: { reference: 'asc' },
  });
  const emails = [...new Set(applications.map(({ email }) => email))];
  const [members, waivers] = await Promise.all([
    db.member.findMany({
      where: { organizationId, email: { in: emails } },
      select: { email: true, validUntil: true },
    }),
    db.waiver.findMany({ where: { cycleId: id, rule: 'member' }, select: { email: true } }),
  ]);
  const today = dayOf(now, timeZone);
  return applications.map(({ answers: stored, ...application }) => {
    const member = members.find(({ email }) => email === application.email);
    const answers = answersSchema.parse(stored);
    return {
      ...application,
      said: SAYS[textOf(answers, 'member')] ?? '',
      // As the form says it: whether somebody then asked, and what came of it, is for funding reviewers alone.
      pending: isMembershipPending(answers),
      membership: membershipOf(member, today),
      validUntil: member?.validUntil ?? null,
      waived: waivers.some(({ email }) => email === application.email),
    };
  });
}
export type MembershipRow = Awaited<ReturnType<typeof listMemberships>>[number];

const countOf = (rows: readonly MembershipRow[], membership: Membership) =>
  rows.filter((row) => row.membership === membership).length;

/** Rules, roster and people to look at, as staff see them. */
export async function getEligibility(cycle: Cycle, now: Date) {
  const [program, roster, waivers] = await Promise.all([
    db.program.findUniqueOrThrow({ where: { id: cycle.programId }, select: { eligibility: true } }),
    db.member.aggregate({
      where: { organizationId: cycle.organizationId },
      _count: { _all: true },
      _max: { importedAt: true },
    }),
    db.waiver.findMany({
      where: { cycleId: cycle.id },
      select: { id: true, email: true, rule: true, reason: true, createdAt: true },
      orderBy: { createdAt: 'desc' },
    }),
  ]);
  const eligibility = eligibilitySchema.parse(program.eligibility);
  const rows = await listMemberships(cycle, { roles: rolesNeedingMembership(eligibility) }, now);
  return {
    eligibility,
    roster: { count: roster._count._all, importedAt: roster._max.importedAt },
    waivers,
    counts: { verified: countOf(rows, 'verified'), lapsed: countOf(rows, 'lapsed'), unknown: countOf(rows, 'unknown') },
    toLookAt: rows.filter(({ membership, waived }) => membership !== 'verified' && !waived),
  };
}
export type EligibilityDesk = Awaited<ReturnType<typeof getEligibility>>;

/** Whether somebody who is accepted still has a membership pending funding: not on the roster, not let off, none bought. */
export async function hasPendingMembership(cycle: Cycle, now: Date): Promise<boolean> {
  const { eligibility } = await db.program.findUniqueOrThrow({
    where: { id: cycle.programId },
    select: { eligibility: true },
  });
  const roles = rolesNeedingMembership(eligibilitySchema.parse(eligibility));
  const only = { state: 'accepted', answers: { path: [FUNDING_FIELD], equals: 'yes' } };
  const rows = await listMemberships(cycle, { roles, only }, now);
  const open = rows.filter(({ pending, membership, waived }) => pending && membership !== 'verified' && !waived);
  if (open.length === 0) return false;
  const bought = await listBought(cycle.id);
  return open.some(({ personId }) => personId === null || !bought.includes(personId));
}
