import { z } from 'zod';
import { cycleDates } from '@/db/columns';
import type { Tx } from '@/db/client';
import type { Answers } from '@/domain/answers';
import { APPLICATION_STATES } from '@/domain/application';
import {
  type LetterPart,
  planRelease,
  type ReleaseApplication,
  type ReleaseInput,
  type ReleaseMatch,
} from '@/domain/letters/release-plan';
import { answerBy } from '@/domain/answering';
import { languageIn } from '@/domain/language';
import { FALLEN } from '@/domain/match';
import { asksNothing } from '@/domain/letters/values';
import { writeLetter, type ConfirmUrl } from '@/domain/letters/write';
import { ROLES } from '@/domain/mentoring';
import { answersSchema } from '@/features/applications/schema';
import { mapGently } from '@/lib/breathe';
import { appUrl } from '@/lib/env';
import { paths } from '@/lib/paths';
import { signedColumns } from '@/mail/compose';
import { listAround, onlyNews } from './letters/queries';
import { wordsOfLetters } from './templates/queries';

const stateSchema = z.enum(APPLICATION_STATES);
const roleSchema = z.enum(ROLES);
const reasonsSchema = z.array(z.string());

/** Answers as stored; a value of another shape is a bug and throws. */
const answersOf = (value: unknown): Answers => answersSchema.parse(value);

const applicationColumns = {
  id: true,
  personId: true,
  role: true,
  state: true,
  reference: true,
  name: true,
  answers: true,
  unmetRule: true,
  laterBy: true,
  language: true,
  person: { select: { email: true } },
} as const;

const AT_ONCE = 250;

/** In parts: the rows of ten thousand people at once would keep everybody else waiting. */
async function readApplications(tx: Tx, where: object) {
  const rows: Awaited<ReturnType<typeof part>> = [];
  const part = (after: string | undefined) =>
    tx.application.findMany({
      where: { ...where, ...(after === undefined ? {} : { id: { gt: after } }) },
      select: applicationColumns,
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    });
  for (;;) {
    const more = await part(rows.at(-1)?.id);
    rows.push(...more);
    if (more.length < AT_ONCE) return rows;
  }
}

async function listApplications(
  tx: Tx,
  cycleId: string,
  only: readonly string[] | null,
): Promise<ReleaseApplication[]> {
  const where = { cycleId, state: { not: 'draft' }, ...(only ? { AND: [{ id: { in: [...only] } }] } : {}) };
  const rows = await mapGently(await readApplications(tx, where), ({ personId, person, ...row }) =>
    personId && person
      ? {
          ...row,
          personId,
          email: person.email,
          role: roleSchema.parse(row.role),
          state: stateSchema.parse(row.state),
          reference: row.reference ?? '',
          answers: answersOf(row.answers),
          language: languageIn(row.language),
        }
      : null,
  );
  return rows.filter((row) => row !== null).sort((a, b) => (a.reference < b.reference ? -1 : 1));
}

/** @param only between these applications */
async function listApprovedMatches(
  tx: Tx,
  cycleId: string,
  only: readonly string[] | null,
): Promise<{ planId: string; verified: boolean; matches: ReleaseMatch[] } | null> {
  const plan = await tx.plan.findFirst({
    where: { cycleId, state: 'approved' },
    select: {
      id: true,
      verified: true,
      matches: {
        where: { state: { notIn: [...FALLEN] }, ...(only ? { menteeApplicationId: { in: [...only] } } : {}) },
        select: { id: true, mentorApplicationId: true, menteeApplicationId: true, safeReasons: true },
        orderBy: { reference: 'asc' },
      },
    },
  });
  return (
    plan && {
      planId: plan.id,
      verified: plan.verified,
      matches: plan.matches.map(({ id, mentorApplicationId, menteeApplicationId, safeReasons }) => ({
        id,
        mentorId: mentorApplicationId,
        menteeId: menteeApplicationId,
        safeReasons: reasonsSchema.parse(safeReasons),
      })),
    }
  );
}

const cycleColumns = {
  id: true,
  organizationId: true,
  programId: true,
  code: true,
  name: true,
  timeZone: true,
  confirmation: true,
  confirmDays: true,
  version: true,
  ...cycleDates,
  waitlistUntil: true,
  releasedAt: true,
  program: { select: { ...signedColumns, slug: true, languages: true } },
} as const;

export const getAnnouncementCycle = (tx: Tx, cycleId: string) =>
  tx.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: cycleColumns });
export type AnnouncementCycle = Awaited<ReturnType<typeof getAnnouncementCycle>>;

type Asked = {
  /** When letters begin to go, where that was set. */
  beginsAt?: Date | null;
  /** For a letter to this person alone. */
  personId?: string;
};

/** Everything a release of the cycle would be made from, as it stands now. */
export async function getReleaseInput(tx: Tx, cycleId: string, now: Date, { beginsAt = null, personId }: Asked = {}) {
  const cycle = await getAnnouncementCycle(tx, cycleId);
  const only = personId ? await listAround(tx, cycleId, personId) : null;
  const plan = await listApprovedMatches(tx, cycleId, only);
  const { program } = cycle;
  const input: ReleaseInput = {
    now,
    cycle: {
      name: cycle.name,
      program: program.name,
      timeZone: cycle.timeZone,
      confirmation: cycle.confirmation,
      startsAt: cycle.startsAt,
      waitlistUntil: cycle.waitlistUntil,
      confirmBy: answerBy(beginsAt && beginsAt > now ? beginsAt : now, cycle.confirmDays),
      statusUrl: `${appUrl()}${paths.status()}`,
      contact: { name: program.contactName, email: program.contactEmail, phone: program.contactPhone },
    },
    applications: await listApplications(tx, cycleId, only),
    matches: plan?.matches ?? [],
    ...(await wordsOfLetters(tx, cycle)),
  };
  const whole = planRelease(input);
  return {
    cycle,
    plan,
    input,
    whole,
    release: cycle.releasedAt ? await onlyNews(tx, cycleId, { whole, input }) : whole,
  };
}
export type ReleaseDraft = Awaited<ReturnType<typeof getReleaseInput>>;

/** In previews and on the status page the answer link leads to the status page: a real link is made once, for the mail. */
export const previewConfirmUrl: ConfirmUrl = () => `${appUrl()}${paths.status()}`;

export const writeAll = ({ release, input }: ReleaseDraft, confirmUrl: ConfirmUrl = previewConfirmUrl) =>
  mapGently(release.letters, (letter) => writeLetter(letter, input, confirmUrl));

/** Where a part's match is answered; null where its letter asks nothing. */
export const answerUrlOf =
  (input: ReleaseInput, confirmUrl: ConfirmUrl) =>
  (part: LetterPart): string | null =>
    part.match && !asksNothing(part, input) ? confirmUrl(part) : null;
