import { db, type Prisma } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { languageIn } from '@/domain/language';
import { ROLES, type Role } from '@/domain/mentoring';
import { beginOf } from '@/domain/pair';
import { attendedMinutes } from '@/features/events/queries';
import { certificateNumber } from '@/lib/certificate-number';
import { appUrl } from '@/lib/env';
import { paths } from '@/lib/paths';
import { paperFile, type PaperFile } from '@/lib/pdf/paper-file';
import { PAPERS, type PaperFacts, type PaperKind } from '@/lib/words/papers';
import { zipOf } from '@/lib/zip';

const side = {
  select: {
    id: true,
    personId: true,
    name: true,
    email: true,
    language: true,
    reference: true,
    certificate: { select: { checkableAt: true } },
  },
} as const;

const columns = {
  organizationId: true,
  cycleId: true,
  reference: true,
  startedAt: true,
  mentor: side,
  mentee: side,
  meetings: { select: { minutes: true } },
  plan: {
    select: {
      cycle: {
        select: {
          code: true,
          name: true,
          timeZone: true,
          startsAt: true,
          endsAt: true,
          program: { select: { slug: true, name: true, languages: true, contactName: true } },
        },
      },
    },
  },
} satisfies Prisma.MatchSelect;
type Row = Prisma.MatchGetPayload<{ select: typeof columns }>;

const sumOf = (rows: readonly Row[]): number =>
  rows.flatMap(({ meetings }) => meetings).reduce((sum, { minutes }) => sum + minutes, 0);

/** What can be certified of one person in one role: all their completed pairs together. */
function holderOf(role: Role, rows: readonly [Row, ...Row[]], attended: ReadonlyMap<string, number>) {
  const [first] = rows;
  const { id: applicationId, personId, name, language, certificate, reference } = first[role];
  const { cycle } = first.plan;
  const number = certificateNumber(cycle.code, applicationId);
  const checkable = (certificate?.checkableAt ?? null) !== null;
  const begins = rows.map(({ startedAt }) => beginOf({ ...cycle, startedAt }).getTime());
  const facts: PaperFacts = {
    name,
    role,
    program: cycle.program.name,
    cycle: cycle.name,
    contact: cycle.program.contactName,
    timeZone: cycle.timeZone,
    from: new Date(Math.min(...begins)),
    until: cycle.endsAt,
    minutes: sumOf(rows),
    eventMinutes: attended.get(`${personId} ${first.cycleId}`) ?? 0,
    pairs: rows.length,
    number,
    checkedAt: checkable ? `${appUrl()}${paths.checkCertificate(number)}` : '',
  };
  const { organizationId, cycleId } = first;
  const ids = { applicationId, personId, organizationId, cycleId };
  return { ...ids, cycle, role, reference: reference ?? '', language: languageIn(language), number, checkable, facts };
}
export type Holder = ReturnType<typeof holderOf>;

const COMPLETED = { state: 'completed', plan: { state: 'approved' } } as const;

/** Everybody of these completed pairs who was not forgotten, once for a role. */
async function listHolders(where: Prisma.MatchWhereInput): Promise<Holder[]> {
  const rows = await db.match.findMany({
    where: { AND: [COMPLETED, where] },
    select: columns,
    orderBy: [{ reference: 'asc' }, { id: 'asc' }],
  });
  const attended = await attendedMinutes(
    rows.flatMap(({ mentor, mentee }) => [mentor, mentee].flatMap(({ personId }) => personId ?? [])),
  );
  return ROLES.flatMap((role) => {
    const own = new Map<string, [Row, ...Row[]]>();
    for (const row of rows) {
      const { id, email } = row[role];
      if (email === '') continue;
      const known = own.get(id);
      if (known) known.push(row);
      else own.set(id, [row]);
    }
    return [...own.values()].map((pairs) => holderOf(role, pairs, attended));
  });
}

/** For staff and chair: without pairs in which somebody is closed to them. */
export function listPapersFor(cycleId: string, { closed }: Pick<UserActor, 'closed'>): Promise<Holder[]> {
  const open = { personId: { notIn: [...closed] } };
  return listHolders({ cycleId, mentor: open, mentee: open });
}

/** One's own, by application; null before the pair is completed. */
export async function findOwnPaper(applicationId: string): Promise<Holder | null> {
  const holders = await listHolders({
    OR: [{ mentorApplicationId: applicationId }, { menteeApplicationId: applicationId }],
  });
  return holders.find((one) => one.applicationId === applicationId) ?? null;
}

/** The certificate behind a number, where its owner lets it be checked. */
export async function findChecked(number: string): Promise<Holder | null> {
  const row = await db.certificate.findFirst({
    where: { number: number.toUpperCase(), checkableAt: { not: null } },
    select: { applicationId: true },
  });
  return row && findOwnPaper(row.applicationId);
}

const kindsFor = ({ role }: Holder) => PAPERS.filter((kind) => kind === 'certificate' || role === 'mentor');

const fileOf = ({ facts, language }: Holder, kind: PaperKind): Promise<PaperFile> => paperFile(kind, facts, language);

/** One paper for staff and chair, named as `{application}-{kind}`; null for one that is not open to the viewer. */
export async function paperFileFor(cycleId: string, wanted: string, viewer: UserActor): Promise<PaperFile | null> {
  const [, applicationId, typed] = /^(.{36})-(\w+)$/.exec(wanted) ?? [];
  const holder = (await listPapersFor(cycleId, viewer)).find((one) => one.applicationId === applicationId);
  const kind = holder && kindsFor(holder).find((one) => one === typed);
  return holder && kind ? fileOf(holder, kind) : null;
}

/** All papers of a cycle that are open to the viewer. */
export async function papersZip(
  cycle: { id: string; code: string; endsAt: Date },
  viewer: UserActor,
): Promise<PaperFile> {
  const files: PaperFile[] = [];
  for (const holder of await listPapersFor(cycle.id, viewer))
    for (const kind of kindsFor(holder)) files.push(await fileOf(holder, kind));
  return { name: `${cycle.code}-certificates.zip`, type: 'application/zip', bytes: await zipOf(files, cycle.endsAt) };
}
