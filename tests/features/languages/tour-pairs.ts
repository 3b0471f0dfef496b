import { db } from '@/db/client';
import { nudgePairs } from '@/features/pairs/nudging/commands';
import { movePairsOn } from '@/features/pairs/year/commands';
import { newId } from '@/lib/id';
import { newToken } from '@/lib/token';
import { createActor, createApplied, NOW } from '../../support/factories';
import type { Stop } from './tour-entry';
import { applied, EMAIL, inDays, linkIn, setMoment, visitor, type World } from './world';

const DAYS = {
  opensAt: -90,
  closesAt: -60,
  matchingAt: -40,
  announceAt: -21,
  startsAt: 0,
  endsAt: 300,
  archivesAt: 360,
  releasedAt: -20,
  waitlistUntil: 30,
  identityDeleteOn: 40,
} as const;

/** Matches the tourist with a mentor and lets their year begin. @returns the address of the pair, and its id */
export async function pairIn(world: World) {
  const { cycleId, programId, prefix } = world;
  const { organizationId } = await db.program.findUniqueOrThrow({ where: { id: programId } });
  const program = { organizationId, programId };
  const { publicKey, keyId, code } = await db.cycle.findUniqueOrThrow({ where: { id: cycleId } });
  const cycle = { id: cycleId, code, publicKey: publicKey ?? new Uint8Array(), keyId: keyId ?? '' };
  const answers = { rating_outreach: '5', modes: ['video'], match_may_know: 'own words', share_contact: ['email'] };
  const person = { name: 'Ada Quill', answers };
  const [mentor] = await createApplied(program, cycle, { role: 'mentor', state: 'accepted', person });
  const mentee = await db.application.findFirstOrThrow({ where: { email: EMAIL } });
  await db.application.update({ where: { id: mentee.id }, data: { state: 'accepted' } });
  const dates = Object.entries(DAYS).map(([key, days]) => [key, inDays(days)] as const);
  await db.cycle.update({ where: { id: cycleId }, data: Object.fromEntries(dates) });
  const { userId } = await createActor(program, 'chair');
  const [planId, matchId] = [newId(NOW), newId(NOW)];
  const made = { createdById: userId, createdAt: inDays(-30), inputsHash: 'x', weights: {}, totalFit: 1 };
  await db.plan.create({ data: { id: planId, organizationId, cycleId, number: 1, matchedCount: 1, ...made } });
  const two = { mentorApplicationId: mentor?.applicationId ?? '', menteeApplicationId: mentee.id };
  const found = { reference: `${code}-P-0001`, state: 'confirmed', fit: 1, reasons: [], safeReasons: [] };
  const match = { id: matchId, organizationId, cycleId, planId, ...two, ...found, createdAt: inDays(-30) };
  await db.match.create({ data: match });
  await movePairsOn({ kind: 'job', name: 'tend-pairs' }, newToken, NOW);
  return { path: `${prefix}/pair/${code.toLowerCase()}-p-0001`, matchId };
}

const GOAL = { words: 'own words', due_on: '2030-06-01', progress: 'begun', step_1: 'Two.', done_1: 'yes' };
const MET = { day: '2030-01-15', mode: 'chat', minutes: '40' };

/** Pages about a pair. */
export const PAIRED: readonly Stop[] = [
  [
    'the way to a pair',
    async (world) => {
      const browser = await applied(world);
      const { path } = await pairIn(world);
      const mail = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'pair', toAddress: EMAIL } });
      const link = `${world.prefix}/pair/${linkIn(mail.text, 'link').slice(1)}`;
      const fresh = visitor();
      return [
        await browser.get(`${world.prefix}/status`),
        await fresh.get(link),
        await fresh.post(link, {}),
        await fresh.get(link),
        await visitor().get(path),
      ];
    },
  ],
  [
    'the home of a pair',
    async (world) => {
      const browser = await applied(world);
      const { path, matchId } = await pairIn(world);
      const pages = [await browser.get(path)];
      for (const state of ['announced', 'confirmed', 'on_hold', 'completed', 'ended_early', 'active']) {
        await db.match.update({ where: { id: matchId }, data: { state, menteeAnswer: '' } });
        pages.push(await browser.get(path));
      }
      await db.match.update({ where: { id: matchId }, data: { state: 'announced' } });
      pages.push(await browser.post(`${path}/answer`, { answer: 'yes' }));
      await db.match.update({ where: { id: matchId }, data: { state: 'active' } });
      pages.push(await browser.post(`${path}/answer`, { answer: 'no' }));
      await browser.get(`${path}/dates.ics`);
      return pages;
    },
  ],
  [
    'what a pair writes',
    async (world) => {
      const browser = await applied(world);
      const { path } = await pairIn(world);
      const pages = [await browser.get(`${path}/agreement`), await browser.post(`${path}/agreement`, {})];
      for (let times = 0; times < 2; times += 1)
        pages.push(await browser.post(`${path}/agreement`, { frequency: 'monthly', modes: 'chat', version: '0' }));
      pages.push(await browser.get(`${path}/goals/new`));
      for (const over of [
        { words: '', due_on: '', progress: '' },
        { due_on: '2031-01-01' },
        { due_on: '2029-01-01' },
        {},
      ])
        pages.push(await browser.post(`${path}/goals/new`, { ...GOAL, ...over }));
      const { id } = await db.pairGoal.findFirstOrThrow();
      pages.push(await browser.get(`${path}/goals/${id}`), await browser.post(`${path}/goals/${id}`, GOAL));
      for (const progress of ['half', 'reached', 'changed_mind'])
        pages.push(await browser.post(`${path}/goals/new`, { ...GOAL, progress }));
      pages.push(await browser.post(`${path}/goals/${id}`, { step: 'remove', version: '1' }));
      pages.push(await browser.post(`${path}/goals/${id}`, GOAL), await browser.get(`${path}/meetings`));
      for (const over of [{ day: '', mode: '', minutes: '' }, { day: '2030-03-01' }, { day: '2029-01-01' }, {}])
        pages.push(await browser.post(`${path}/meetings`, { ...MET, ...over }));
      const { id: meeting } = await db.pairMeeting.findFirstOrThrow();
      pages.push(await browser.post(`${path}/meetings`, { step: 'back', meeting }), await browser.get(path));
      await setMoment(inDays(40));
      return [...pages, await browser.get(path)];
    },
  ],
  [
    'how it goes',
    async (world) => {
      const browser = await applied(world);
      const { path } = await pairIn(world);
      await setMoment(inDays(91));
      const { id: liaisonId } = await db.user.findFirstOrThrow();
      await db.match.updateMany({ data: { liaisonId } });
      await nudgePairs({ kind: 'job', name: 'tend-pairs' }, newToken, inDays(7));
      const mail = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'pair_nudge', toAddress: EMAIL } });
      const check = `${world.prefix}/pair/${linkIn(mail.text, 'check-in').slice(1)}/three_months`;
      const quiet = `${world.prefix}/pair/${linkIn(mail.text, 'quiet').slice(1)}`;
      const pages = [
        await browser.get(path),
        await browser.get(`${path}/check-in/first_week`),
        await browser.get(check),
      ];
      for (const fields of [{}, { going: '4', enough: '5', words: 'own words' }])
        pages.push(await browser.post(check, fields), await browser.post(`${path}/check-in/second_week`, fields));
      pages.push(await browser.post(`${path}/check-in/second_week`, { contact: 'not_yet' }), await browser.get(quiet));
      pages.push(await browser.post(quiet, { wanted: 'no' }), await browser.post(quiet, { wanted: 'yes' }));
      for (const wanted of ['no', 'yes']) pages.push(await browser.post(`${path}/reminders`, { wanted }));
      pages.push(await browser.get(`${world.prefix}/pair/quiet/nothing`));
      return pages;
    },
  ],
  [
    'when something is not right',
    async (world) => {
      const browser = await applied(world);
      const { path, matchId } = await pairIn(world);
      const { organizationId } = await db.match.findUniqueOrThrow({ where: { id: matchId } });
      const help = `${path}/help`;
      const concern = `${path}/concern`;
      const pages = [await browser.get(help), await browser.get(concern), await browser.post(concern, {})];
      pages.push(await browser.post(concern, { reader: 'staff', words: 'own words' }));
      await createActor({ organizationId, programId: world.programId }, 'staff');
      pages.push(await browser.post(concern, { reader: 'staff', words: 'own words' }));
      pages.push(await browser.post(help, { step: 'pause', words: '1'.repeat(3001) }));
      pages.push(await browser.post(help, { step: 'pause' }), await browser.post(help, { step: 'end' }));
      pages.push(
        await browser.post(concern, { reader: 'chair', words: 'own words', stop: 'yes' }),
        await browser.get(path),
      );
      pages.push(await browser.post(help, { step: 'pause' }), await browser.get(help));
      pages.push(await browser.post(help, { step: 'end', sure: 'yes', rematch: 'yes' }));
      return [...pages, await browser.get(concern)];
    },
  ],
];
