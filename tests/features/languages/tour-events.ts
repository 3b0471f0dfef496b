import { db } from '@/db/client';
import { cancelEvent, saveEvent } from '@/features/events/desk/commands';
import { saveEventSchema } from '@/features/events/desk/schema';
import { inviteAll } from '@/features/events/inviting/commands';
import { tendEvents } from '@/features/events/reminding/commands';
import { sendTopics } from '@/features/topics/sending/commands';
import { newId } from '@/lib/id';
import { newToken } from '@/lib/token';
import { createActor, NOW } from '../../support/factories';
import type { Stop } from './tour-entry';
import { pairIn } from './tour-pairs';
import { applied, EMAIL, inDays, linkIn, setMoment, visitor, type World } from './world';

const PLAN = {
  eventId: '',
  version: '0',
  title: 'own words',
  kind: 'orientation',
  startsAt: '2030-01-25T18:00',
  minutes: '60',
  audience: ['pairs'],
  link: 'https://own.example.org/words',
  place: 'own words',
  arranged: 'own words',
  answerOn: '2030-01-23',
  capacity: '1',
};

async function staffOf({ programId }: World) {
  const { organizationId } = await db.program.findUniqueOrThrow({ where: { id: programId } });
  return createActor({ organizationId, programId }, 'staff');
}

/** Events of a cycle, from the invitation to the recording. */
export const EVENTFUL: readonly Stop[] = [
  [
    'events',
    async (world) => {
      const browser = await applied(world);
      const { path } = await pairIn(world);
      const staff = await staffOf(world);
      const dice = { newToken, now: NOW };
      const plan = (over: object = {}) =>
        saveEvent(staff, saveEventSchema.parse({ ...PLAN, cycleId: world.cycleId, ...over }), dice);
      const eventId = await plan();
      await inviteAll(staff, { eventId, version: 1 }, dice);
      const mail = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'event', toAddress: EMAIL } });
      const link = `${world.prefix}/events/${linkIn(mail.text, 'invitation').slice(1)}`;
      const page = `${world.prefix}/events/${eventId}`;
      await browser.get(`${link}/event.ics`);
      const pages = [await browser.get(link), await browser.get(page), await browser.get(path)];
      for (const fields of [{}, { answer: 'yes', arrange: '1'.repeat(501) }, { answer: 'yes', arrange: 'own words' }])
        pages.push(await browser.post(link, fields));
      pages.push(await browser.get(path), await browser.get(`${world.prefix}/status`), await visitor().get(page));
      await db.eventReply.updateMany({ data: { state: 'waiting', inLineAt: NOW } });
      pages.push(await browser.get(page), await browser.get(path));
      await tendEvents({ kind: 'job', name: 'tend-pairs' }, dice);
      await plan({ eventId, version: '1', startsAt: '2030-01-25T19:00' });
      pages.push(await browser.post(page, { answer: 'no' }), await browser.get(path));
      await browser.get(`${page}/event.ics`);
      await setMoment(inDays(9));
      pages.push(await browser.get(page), await browser.post(page, { answer: 'yes', arrange: '' }));
      await db.cycleEvent.updateMany({ data: { recording: 'https://own.example.org/words', note: 'own words' } });
      await db.eventReply.updateMany({ data: { state: 'yes', came: true } });
      await tendEvents({ kind: 'job', name: 'tend-pairs' }, { newToken, now: inDays(10) });
      await setMoment(inDays(11));
      pages.push(await browser.get(page), await browser.get(path), await browser.get(`${world.prefix}/status`));
      await db.eventReply.updateMany({ data: { came: null } });
      pages.push(await browser.get(path), await browser.post(page, { answer: 'yes', arrange: '' }));
      pages.push(await browser.get(`${world.prefix}/events/invitation/nothing`));
      return pages;
    },
  ],
  [
    'an event that is called off, and the private calendar',
    async (world) => {
      const browser = await applied(world);
      const { path } = await pairIn(world);
      const staff = await staffOf(world);
      const dice = { newToken, now: NOW };
      const input = saveEventSchema.parse({ ...PLAN, cycleId: world.cycleId, kind: 'other' });
      const eventId = await saveEvent(staff, input, dice);
      const page = `${world.prefix}/events/${eventId}`;
      const feed = `${world.prefix}/events/feed`;
      const pages = [await browser.post(page, { answer: 'yes', arrange: '' }), await browser.get(feed)];
      const made = await browser.post(feed, { step: 'new' });
      await browser.get(/\/qps\/events\/feed\/[^<]+ics/.exec(made.text)?.[0] ?? '');
      await cancelEvent(staff, { eventId, version: 1 }, dice);
      pages.push(
        await browser.get(page),
        await browser.get(path),
        await browser.post(page, { answer: 'no', arrange: '' }),
      );
      return [...pages, made];
    },
  ],
  [
    'the library and the topic of a month',
    async (world) => {
      const browser = await applied(world);
      const { path } = await pairIn(world);
      const { organizationId } = await db.program.findUniqueOrThrow({ where: { id: world.programId } });
      const pages = [await browser.get(`${path}/activities`)];
      const own = {
        organizationId,
        programId: world.programId,
        title: 'own words',
        words: 'own words',
        updatedAt: NOW,
      };
      const groups = ['create', 'interviews', 'topics', 'reading', 'association'];
      await db.libraryActivity.createMany({
        data: groups.map((group, position) => ({
          id: newId(NOW),
          kind: 'activity',
          group,
          position,
          state: 'shown',
          ...own,
        })),
      });
      pages.push(await browser.get(`${path}/activities`), await browser.get(`${path}/activities?q=zebra`));
      const { id } = await db.libraryActivity.findFirstOrThrow();
      pages.push(await browser.get(`${path}/goals/new?step=${id}`));
      const topic = { month: '2030-01', sendOn: new Date('2030-01-15'), title: 'own words', words: 'own words' };
      const made = { id: newId(NOW), organizationId, cycleId: world.cycleId, updatedAt: NOW };
      await db.monthlyTopic.create({ data: { ...topic, ...made } });
      await sendTopics({ kind: 'job', name: 'tend-pairs' }, newToken, NOW);
      return pages;
    },
  ],
];
