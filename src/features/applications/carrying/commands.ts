import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import { keepLink, type MailedLink } from '@/db/links';
import type { Actor } from '@/domain/actor';
import { storedAnswers } from '@/domain/answers';
import { carriedAnswers, isTimeToAsk } from '@/domain/carry';
import { closingFor, isOpenFor } from '@/domain/cycle';
import { languageIn } from '@/domain/language';
import { ROLES, type Role } from '@/domain/mentoring';
import { isQuiet } from '@/domain/nudges';
import { authorize } from '@/domain/permissions';
import { getForm } from '@/features/forms/queries';
import { findCycle, type CycleView } from '@/features/programs/queries';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { formatInstant } from '@/lib/words/dates';
import { signatureOf } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { carriedMail, carryMail } from '@/mail/templates/carry';
import { fullName, makeDraft } from '../commands';
import { findOpenAfter, listToAsk, listWanted, type Carried, type ToAsk, type Wanted } from './queries';

const DAY_MS = 86_400_000;
/** The question may be answered until well after the next yearly opening. */
const QUESTION_DAYS = 400;
/** The way into the form that was begun. */
const FORM_DAYS = 60;

type Carrying = Omit<MailedLink, 'until'> & { purpose: 'carry' | 'carried'; days: number };

async function keepCarryLink(tx: Tx, { days, ...link }: Carrying, now: Date): Promise<string> {
  await keepLink(tx, { ...link, until: new Date(now.getTime() + days * DAY_MS) }, now);
  return `${appUrl()}${paths.carryLink(link.token)}`;
}

const ask = (application: ToAsk, token: string, now: Date): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const { id, organizationId, email, name, personId, cycle, role, language } = application;
    const key = `carry:${id}`;
    if ((await tx.outboxMessage.count({ where: { key } })) > 0) return false;
    const about = { purpose: 'carry', organizationId, email, subjectId: id, token, days: QUESTION_DAYS } as const;
    const link = await keepCarryLink(tx, about, now);
    const message = inLanguage(languageIn(language), () =>
      carryMail({ cycleName: fullName(cycle), isMentor: role === 'mentor', link }, signatureOf(cycle)),
    );
    return enqueue(tx, { ...message, organizationId, key, kind: 'carry', to: { address: email, name }, personId }, now);
  });

const mayAskNow = ({ cycle }: ToAsk, now: Date): boolean => isTimeToAsk(cycle, now) && !isQuiet(now, cycle.timeZone);

/**
 * At the end of the waitlist everybody who found no match is told so, and asked once whether the next cycle should have them;
 * in the morning after it, for a waitlist ends at midnight.
 *
 * @returns how many mails were queued
 */
export async function askToCarry(actor: Actor, newToken: () => string, now: Date): Promise<number> {
  authorize(actor, 'reminder.send', {}, now);
  let count = 0;
  for (const application of await listToAsk(now))
    if (mayAskNow(application, now) && (await ask(application, newToken(), now))) count += 1;
  return count;
}

/** Keeps what somebody said; until a form was begun for them they may change it. */
export async function sayWish(application: Carried, wanted: boolean, now: Date): Promise<void> {
  const { id: applicationId, organizationId, personId, cycle } = application;
  const actor: Actor = { kind: 'participant', personId: personId ?? '' };
  authorize(actor, 'application.carry', { personId }, now);
  await db.$transaction(async (tx) => {
    const known = await tx.carryWish.findUnique({ where: { applicationId }, select: { wanted: true, begunAt: true } });
    if (known?.begunAt || known?.wanted === wanted) return;
    await tx.carryWish.upsert({
      where: { applicationId },
      create: { id: newId(now), organizationId, applicationId, wanted, saidAt: now },
      update: { wanted, saidAt: now },
    });
    const action = wanted ? 'application.carry_wanted' : 'application.carry_declined';
    const event = { subjectType: 'application', subjectId: applicationId, action, at: now };
    await recordEvent(tx, { actor, organizationId, cycleId: cycle.id, ...event });
  });
}

type Beginning = { wish: Wanted; cycle: CycleView; role: Role; token: string };

/** A form in the new cycle with what was answered before. @returns its id; null when they have begun one themselves */
async function begin(tx: Tx, { wish: { application }, cycle, role }: Beginning, actor: Actor, now: Date) {
  const { email, answers, language } = application;
  const begun = await tx.application.findFirst({
    where: { cycleId: cycle.id, role, email },
    select: { draftId: true },
  });
  if (begun) return { draftId: begun.draftId, isNew: false };
  const words = languageIn(language);
  const draftId = await makeDraft(tx, { cycle, role, email, sessionId: null, actor, language: words }, now);
  const form = await getForm(cycle.formVersion);
  await tx.draft.update({
    where: { id: draftId },
    data: { answers: carriedAnswers(storedAnswers(answers), form, role) },
  });
  return { draftId, isNew: true };
}

const carry = (beginning: Beginning, actor: Actor, now: Date): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const { wish, cycle, role, token } = beginning;
    const { count } = await tx.carryWish.updateMany({
      where: { id: wish.id, wanted: true, begunAt: null },
      data: { begunAt: now },
    });
    if (count === 0) return false;
    const { draftId, isNew } = await begin(tx, beginning, actor, now);
    await tx.carryWish.update({ where: { id: wish.id }, data: { draftId } });
    if (!isNew || !draftId) return false;
    const { organizationId } = cycle;
    const { email, name, personId, language } = wish.application;
    const about = { purpose: 'carried', organizationId, email, subjectId: draftId, token, days: FORM_DAYS } as const;
    const link = await keepCarryLink(tx, about, now);
    const message = inLanguage(languageIn(language), () => {
      const until = formatInstant(closingFor(cycle, role), cycle.timeZone);
      return carriedMail({ cycleName: fullName(cycle), until, isMentor: role === 'mentor', link }, signatureOf(cycle));
    });
    const mail = { ...message, organizationId, key: `carried:${wish.id}`, kind: 'carry', personId };
    return enqueue(tx, { ...mail, to: { address: email, name } }, now);
  });

/**
 * Once the next cycle takes applications, begins a form for everybody who wanted to be carried over, with what they had answered,
 * and mails the way in. Whoever has begun one by themselves is left alone.
 *
 * @returns how many mails were queued
 */
export async function carryOver(actor: Actor, newToken: () => string, now: Date): Promise<number> {
  authorize(actor, 'reminder.send', {}, now);
  let count = 0;
  for (const wish of await listWanted(now)) {
    const { programId, opensAt } = wish.application.cycle;
    const open = await findOpenAfter(programId, opensAt, now);
    const cycle = open && (await findCycle(open.code, now));
    const role = ROLES.find((one) => one === wish.application.role);
    if (!cycle || !role || !cycle.keyId || !isOpenFor(cycle, role, now)) continue;
    if (await carry({ wish, cycle, role, token: newToken() }, actor, now)) count += 1;
  }
  return count;
}
