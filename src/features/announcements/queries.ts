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
import { appUrl } from '@/lib/env';
import { paths } from '@/lib/paths';
import { signedColumns } from '@/mail/compose';
import { onlyNews } from './letters/queries';
import { wordsOfLetters } from './templates/queries';

const stateSchema = z.enum(APPLICATION_STATES);
const roleSchema = z.enum(ROLES);
const reasonsSchema = z.array(z.string());

/** Answers as stored; a value of another shape is a bug and throws. */
const answersOf = (value: unknown): Answers => answersSchema.parse(value);

async function listApplications(tx: Tx, cycleId: string): Promise<ReleaseApplication[]> {
  const rows = await tx.application.findMany({
    where: { cycleId, state: { not: 'draft' } },
    select: {
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
    },
    orderBy: { reference: 'asc' },
  });
  return rows.flatMap(({ personId, person, role, state, reference, answers, language, ...row }) =>
    personId && person
      ? [
          {
            ...row,
            personId,
            email: person.email,
            role: roleSchema.parse(role),
            state: stateSchema.parse(state),
            reference: reference ?? '',
            answers: answersOf(answers),
            language: languageIn(language),
          },
        ]
      : [],
  );
}

async function listApprovedMatches(
  tx: Tx,
  cycleId: string,
): Promise<{ planId: string; verified: boolean; matches: ReleaseMatch[] } | null> {
  const plan = await tx.plan.findFirst({
    where: { cycleId, state: 'approved' },
    select: {
      id: true,
      verified: true,
      matches: {
        where: { state: { notIn: [...FALLEN] } },
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

/** Everything a release of the cycle would be made from, as it stands now, and begins then. */
export async function getReleaseInput(tx: Tx, cycleId: string, now: Date, beginsAt: Date | null = null) {
  const cycle = await getAnnouncementCycle(tx, cycleId);
  const plan = await listApprovedMatches(tx, cycleId);
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
    applications: await listApplications(tx, cycleId),
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
  release.letters.map((letter) => writeLetter(letter, input, confirmUrl));

/** Where a part's match is answered; null where its letter asks nothing. */
export const answerUrlOf =
  (input: ReleaseInput, confirmUrl: ConfirmUrl) =>
  (part: LetterPart): string | null =>
    part.match && !asksNothing(part, input) ? confirmUrl(part) : null;
