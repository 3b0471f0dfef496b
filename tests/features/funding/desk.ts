import { beforeEach, expect } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import type { FundingDecision } from '@/domain/funding';
import { askForFunding } from '@/features/funding/asking/commands';
import type { AskInput } from '@/features/funding/asking/schema';
import { saveFundingReview, stageFunding } from '@/features/funding/commands';
import { releaseFunding } from '@/features/funding/deciding/commands';
import { expectedOf, findFundingDesk } from '@/features/funding/queries';
import { standingSchema } from '@/features/funding/schema';
import { createActor, createApplied, createProgram, createTestCycle, NOW } from '../../support/factories';
import { after, CLOSED, createOffer } from './offer';

export { after, CLOSED };

export const INPUT: AskInput = {
  why: 'Dues are two days of my pay.',
  use: 'I would join the outreach group.',
  could_join: 'no',
  self_description: '',
  self_consent: '',
  promise: 'yes',
  version: 0,
};

async function createFunding() {
  const program = await createProgram();
  const cycle = await createTestCycle(program);
  const { organizationId } = program;
  const offerId = await createOffer(organizationId, cycle.id);
  const reviewer = await createActor(program, 'funding_reviewer', 'Ilse Farrokhzad');
  return { program, cycle, offerId, reviewer };
}
export type Funding = Awaited<ReturnType<typeof createFunding>>;

let now: Funding | undefined;

/** A cycle with an offer of two memberships and one funding reviewer, new for every test. */
export function funding(): Funding {
  if (!now) throw new Error('funding() is there from the first test on');
  return now;
}
beforeEach(async () => {
  now = await createFunding();
});

/** Somebody who applied for mentoring. */
export async function applicant() {
  const [one] = await createApplied(funding().program, funding().cycle);
  if (!one) throw new Error('nothing was made');
  return { personId: one.personId, applicationId: one.applicationId, name: one.person.name, email: one.person.email };
}

export const ask = (personId: string, over: Partial<AskInput> = {}, at = NOW) =>
  askForFunding({ person: { personId }, cycleId: funding().cycle.id, input: { ...INPUT, ...over } }, at);

/** An applicant with a request; where it stands. */
export async function asked(over: Partial<AskInput> = {}) {
  const person = await applicant();
  await ask(person.personId, over);
  const { id } = await db.fundingRequest.findFirstOrThrow({ where: { personId: person.personId } });
  return { ...person, id };
}

export const stateOf = (id: string) =>
  db.fundingRequest.findUniqueOrThrow({ where: { id }, select: { state: true, staged: true } });
const versionOf = async (id: string) =>
  (await db.fundingRequest.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
export const oneOf = async (id: string) => ({ requestId: id, version: await versionOf(id) });

export async function stage(id: string, decision: FundingDecision | 'undo', actor: UserActor = funding().reviewer) {
  await stageFunding(actor, { ...(await oneOf(id)), decision }, CLOSED);
}

export const review = (id: string, rating: number, actor: UserActor = funding().reviewer, version = 0) =>
  saveFundingReview(
    actor,
    { requestId: id, version, abstain: false, ratings: { c1: rating, c2: rating }, comment: 'Mine.' },
    CLOSED,
  );

export async function expected(): Promise<string> {
  const rows = await db.fundingRequest.findMany({ select: { id: true, state: true, staged: true } });
  return expectedOf(rows.map((row) => ({ id: row.id, ...standingSchema.parse(row) })));
}
export const tell = async (actor: UserActor = funding().reviewer) =>
  releaseFunding(actor, { offerId: funding().offerId, expected: await expected() }, CLOSED);

/** Stages a decision and tells it. */
export async function settle(id: string, decision: FundingDecision) {
  await stage(id, decision);
  await tell();
}

export const mails = async () =>
  (
    await db.outboxMessage.findMany({
      where: { kind: 'funding' },
      select: { key: true, toAddress: true, subject: true },
      orderBy: { key: 'asc' },
    })
  ).map(({ key, ...mail }) => ({ ...mail, state: key.split(':').at(-1) }));

export const refusal = (code: string) => expect.objectContaining({ code });

/** Another funding reviewer of the program. */
export const another = () => createActor(funding().program, 'funding_reviewer', 'Osei Lindqvist');

/** The list as the funding reviewer sees it. */
export async function desk() {
  const found = await findFundingDesk(funding().cycle, funding().reviewer);
  if (!found) throw new Error('no desk');
  return found;
}
