import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { drain } from '@/mail/drain';
import { openTransport, pooledUrl } from '@/mail/transport';
import { openMailbox } from '../../support/mailbox';
import { held, letGo, minutes, readyCycle } from './ready-cycle';

const eventsIn = (file: string) =>
  file
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => ['UID', 'SEQUENCE', 'SUMMARY'].map((name) => new RegExp(`${name}:(.*?)\r?\n`).exec(event)?.[1]));

it('a letter to a matched person brings its dates, others do not, and each date keeps its name', async () => {
  const mailbox = await openMailbox();
  const { send, close } = openTransport(pooledUrl(mailbox.url), 'Mentoring <mentoring@example.test>');
  const ready = await readyCycle();
  await db.cycle.update({ where: { id: ready.cycle.id }, data: { version: 4 } });
  await held(ready);
  await letGo(minutes(10));
  await drain({ send, readNow: () => minutes(10) });
  const mail = await mailbox.read();
  const filesOf = (name: string) => mail.find(({ to }) => to.join() === `${name}@example.test`)?.files ?? [];
  const { code } = ready.cycle;
  expect([filesOf('cem'), filesOf('dov')]).toEqual([[], []]);
  const [dates] = filesOf('ada');
  expect([dates?.name, dates?.type]).toEqual(['dates.ics', 'text/calendar']);
  expect(eventsIn(dates?.text ?? '').map(([uid, sequence]) => [uid, sequence])).toEqual([
    [`${code}-answer@localhost`, '3'],
    [`${code}-starts@localhost`, '3'],
    [`${code}-ends@localhost`, '3'],
    [`${code}-archives@localhost`, '3'],
    [`${code}-goals@localhost`, '3'],
  ]);
  expect(dates?.text).toContain('SUMMARY:ALSC Mentoring: Goals are due');
  close();
  await mailbox.stop();
});

it('names no last day to answer where the cycle asks for no answer, and speaks the reader’s language', async () => {
  const ready = await readyCycle('none');
  await db.application.update({ where: { id: ready.ada.applicationId }, data: { language: 'es' } });
  await held(ready);
  const { calendar } = await db.outboxMessage.findFirstOrThrow({ where: { toAddress: 'ada@example.test' } });
  expect(calendar).not.toContain('-answer@');
  expect(calendar).toContain('Último día para acordar las metas');
});
