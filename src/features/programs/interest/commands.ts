import { db, type Tx } from '@/db/client';
import { keepLink } from '@/db/links';
import type { Actor } from '@/domain/actor';
import { closingFor, lastClosing } from '@/domain/cycle';
import { languageIn } from '@/domain/language';
import { authorize } from '@/domain/permissions';
import { isOpeningNews, OPENING_NEWS_DAYS } from '@/domain/reminders';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { inLanguage, language } from '@/lib/language';
import { paths } from '@/lib/paths';
import { formatInstant } from '@/lib/words/dates';
import { hashToken } from '@/lib/token';
import { enqueue } from '@/mail/outbox';
import { confirmInterestMail, openingMail } from '@/mail/templates/interest';
import { type Signature, signedColumns } from '@/mail/compose';

const DAY_MS = 86_400_000;
/** A link of the list works until well after the next yearly opening. */
const LINK_DAYS = 400;

type Leaving = { id: string; organizationId: string; email: string; token: string };

/** The link by which somebody confirms that they are on the list, or leaves it. */
async function keepListLink(tx: Tx, { id: subjectId, ...link }: Leaving, now: Date): Promise<string> {
  const until = new Date(now.getTime() + LINK_DAYS * DAY_MS);
  await keepLink(tx, { purpose: 'interest', subjectId, until, ...link }, now);
  return `${appUrl()}${paths.interestLink(link.token)}`;
}

type Asked = {
  program: { id: string; name: string } & Omit<Signature, 'program'>;
  email: string;
  token: string;
};

const signatureOf = ({ name, contactName, contactEmail, contactPhone }: Asked['program']): Signature => ({
  program: name,
  contactName,
  contactEmail,
  contactPhone,
});

/** Keeps the wish and asks by mail whether the address is theirs; nothing else is sent before they say so. */
export async function askForNews({ program, email, token }: Asked, now: Date): Promise<void> {
  const { id: programId } = program;
  await db.$transaction(async (tx) => {
    const { organizationId } = await tx.program.findUniqueOrThrow({
      where: { id: programId },
      select: { organizationId: true },
    });
    const { id } = await tx.interest.upsert({
      where: { programId_email: { programId, email } },
      create: { id: newId(now), organizationId, programId, email, language: language(), createdAt: now },
      update: { language: language() },
      select: { id: true },
    });
    const link = await keepListLink(tx, { id, organizationId, email, token }, now);
    const message = confirmInterestMail(link, signatureOf(program));
    const key = `interest:${id}:${hashToken(token).slice(0, 16)}`;
    await enqueue(tx, { ...message, organizationId, key, kind: 'interest', to: { address: email } }, now);
  });
}

/** The button of the mail: this address is theirs, and they want to hear. */
export const confirmInterest = (id: string, now: Date) =>
  db.interest.updateMany({ where: { id, confirmedAt: null }, data: { confirmedAt: now } });

/** Off the list; nothing of them is kept. */
export const leaveInterest = (id: string) => db.interest.deleteMany({ where: { id } });

/**
 * Tells everybody on the list, once, that a cycle has opened.
 *
 * @param newToken dice for one link per mail
 * @returns how many mails were queued
 */
export async function tellInterested(actor: Actor, newToken: () => string, now: Date): Promise<number> {
  authorize(actor, 'reminder.send', {}, now);
  const cycles = await db.cycle.findMany({
    where: { opensAt: { lte: now, gt: new Date(now.getTime() - OPENING_NEWS_DAYS * DAY_MS) } },
    select: {
      id: true,
      name: true,
      timeZone: true,
      opensAt: true,
      closesAt: true,
      mentorsCloseAt: true,
      program: {
        select: {
          organizationId: true,
          id: true,
          slug: true,
          ...signedColumns,
          interests: { where: { confirmedAt: { not: null } }, select: { id: true, email: true, language: true } },
        },
      },
    },
  });
  let told = 0;
  for (const cycle of cycles.filter((one) => isOpeningNews(one, now)))
    for (const interest of cycle.program.interests) if (await tellOne(cycle, interest, newToken(), now)) told++;
  return told;
}

type Opened = {
  id: string;
  name: string;
  timeZone: string;
  closesAt: Date;
  mentorsCloseAt: Date | null;
  program: Asked['program'] & { slug: string; organizationId: string };
};

type Interested = { id: string; email: string; language: string };

const tellOne = (cycle: Opened, interest: Interested, token: string, now: Date) =>
  inLanguage(languageIn(interest.language), () => tell(cycle, interest, token, now));

const tell = (cycle: Opened, { id, email }: Interested, token: string, now: Date) =>
  db.$transaction(async (tx) => {
    const key = `opens:${cycle.id}:${id}`;
    if ((await tx.outboxMessage.count({ where: { key } })) > 0) return false;
    const { program } = cycle;
    const { organizationId } = program;
    const leaveUrl = await keepListLink(tx, { id, organizationId, email, token }, now);
    const until = lastClosing(cycle) > closingFor(cycle, 'mentee') ? closingFor(cycle, 'mentee') : lastClosing(cycle);
    const message = openingMail(
      {
        cycleName: `${program.name}, ${cycle.name}`,
        until: formatInstant(until, cycle.timeZone),
        programUrl: `${appUrl()}${paths.program(program.slug)}`,
        leaveUrl,
      },
      signatureOf(program),
    );
    return enqueue(tx, { ...message, organizationId, key, kind: 'interest', to: { address: email } }, now);
  });
