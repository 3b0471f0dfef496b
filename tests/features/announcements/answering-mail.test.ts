import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { resendLetter } from '@/features/announcements/deliveries/commands';
import { saveNotice, sendNotice } from '@/features/announcements/notices/commands';
import { drain } from '@/mail/drain';
import type { Outgoing } from '@/mail/transport';
import { NOW } from '../../support/factories';
import { held, letGo, minutes, readyCycle } from './ready-cycle';

it('every letter, trial, mail to a group and letter sent again names the program’s contact for answers', async () => {
  const ready = await readyCycle();
  const { contactEmail } = await db.program.findFirstOrThrow();
  const words = { subject: 'Orientation', body: 'We meet on the first Monday of March.', standing: 'applied' as const };
  const id = await saveNotice(
    ready.staff,
    { cycleId: ready.cycle.id, id: '', version: 0, ...words, roles: ['mentor', 'mentee'] },
    NOW,
  );
  await sendNotice(ready.staff, { id, version: 1, count: 5 }, NOW);
  await held(ready);
  await letGo(minutes(10));
  const { id: messageId } = await db.outboxMessage.findFirstOrThrow({
    where: { kind: 'outcome', toAddress: 'ada@example.test' },
  });
  await db.outboxMessage.update({ where: { id: messageId }, data: { state: 'bounced' } });
  const again = { messageId, address: 'ada@example.test', reason: 'She told me on the phone.' };
  await resendLetter(ready.staff, again, minutes(11));
  const answers = new Map<string, Set<string>>();
  const send = ({ subject, replyTo }: Outgoing) => {
    answers.set(subject, (answers.get(subject) ?? new Set()).add(replyTo));
    return Promise.resolve({ result: 'accepted' as const, reply: '250 ok' });
  };
  expect((await drain({ send, readNow: () => minutes(12) })).accepted).toBe(10);
  expect([...answers.values()].flatMap((set) => [...set]).every((address) => address === contactEmail)).toBe(true);
  const rows = await db.outboxMessage.findMany({ select: { replyTo: true }, distinct: ['replyTo'] });
  expect(rows).toEqual([{ replyTo: contactEmail }]);
});
