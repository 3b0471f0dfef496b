import { afterAll, expect, it } from 'vitest';
import { db } from '@/db/client';
import { watchOutbox } from '@/jobs/watch-outbox';
import { newId } from '@/lib/id';
import { drain } from '@/mail/drain';
import { openTransport, pooledUrl } from '@/mail/transport';
import { asWorker } from '../support/database';
import { createProgram } from '../support/factories';
import { openMailbox } from '../support/mailbox';

const mailbox = await openMailbox();
const { send, close } = openTransport(pooledUrl(mailbox.url), 'Mentoring <mentoring@example.test>');
afterAll(async () => {
  close();
  await mailbox.stop();
});

it('sends what a submission left in the outbox, though no job was queued', async () => {
  const { organizationId } = await createProgram();
  const now = new Date();
  await db.outboxMessage.create({
    data: {
      id: newId(now),
      organizationId,
      key: 'receipt:1',
      kind: 'receipt',
      toAddress: 'one@example.test',
      toName: '',
      subject: 'Hello',
      text: 'Hello\n',
      html: '<p>Hello</p>',
      notBefore: now,
      createdAt: now,
    },
  });
  await asWorker(async () => {
    const watching = watchOutbox(() => drain({ send, readNow: () => now }));
    await expect.poll(async () => (await mailbox.read()).length, { timeout: 5000 }).toBe(1);
    await watching.stop();
  });
  expect(await db.outboxMessage.findMany({ select: { state: true } })).toEqual([{ state: 'accepted' }]);
});
