import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { newId } from '@/lib/id';
import { drain } from '@/mail/drain';
import { enqueue } from '@/mail/outbox';
import type { Delivery } from '@/mail/transport';
import { asWorker } from '../support/database';
import { createProgram, NOW } from '../support/factories';

const ADDRESS = 'ana@example.test';

type Mail = { organizationId: string; kind: string; key?: string; address?: string };

const queue = ({ organizationId, kind, key = `${kind}:${newId(NOW)}`, address = ADDRESS }: Mail) =>
  enqueue(db, { organizationId, key, kind, to: { address }, replyTo: '', subject: 's', text: 't', html: 'h' }, NOW);

const sendWith = (delivery: Delivery) =>
  asWorker(() => drain({ send: () => Promise.resolve(delivery), readNow: () => NOW }));
const refused = (reply: string): Delivery => ({ result: 'refused', reply });
const TAKEN: Delivery = { result: 'accepted', reply: '250 ok' };

const states = async () =>
  Object.fromEntries(
    (await db.outboxMessage.findMany({ orderBy: { id: 'asc' } })).map(({ key, state }) => [key, state]),
  );
const listed = () => db.suppression.findMany({ select: { address: true, reply: true }, orderBy: { id: 'asc' } });

describe('an address at which there is no mailbox', () => {
  it('gets nothing more but codes that somebody asks for, in this organization', async () => {
    const { organizationId } = await createProgram();
    const other = await createProgram();
    await queue({ organizationId, kind: 'receipt', key: 'receipt:1' });
    expect(await sendWith(refused('550 5.1.1 No such user'))).toMatchObject({ accepted: 0, suppressed: 0 });
    expect(await listed()).toEqual([{ address: ADDRESS, reply: '550 5.1.1 No such user' }]);

    await queue({ organizationId, kind: 'receipt', key: 'receipt:2' });
    await queue({ organizationId, kind: 'resume', key: 'late:1' });
    await queue({ organizationId, kind: 'resume', key: 'resume:1' });
    await queue({ organizationId, kind: 'sign_in', key: 'sign-in:1' });
    await queue({ organizationId, kind: 'receipt', key: 'receipt:3', address: 'other@example.test' });
    await queue({ organizationId: other.organizationId, kind: 'receipt', key: 'receipt:4' });
    expect(await sendWith(TAKEN)).toMatchObject({ accepted: 4, suppressed: 2 });
    expect(await states()).toEqual({
      'receipt:1': 'failed',
      'receipt:2': 'suppressed',
      'late:1': 'suppressed',
      'resume:1': 'accepted',
      'sign-in:1': 'accepted',
      'receipt:3': 'accepted',
      'receipt:4': 'accepted',
    });
    const [stayed] = await db.outboxMessage.findMany({ where: { key: 'receipt:2' } });
    expect(stayed).toMatchObject({ attempts: 0, settledAt: NOW, leaseUntil: null, triedAt: null });
  });

  it('gets mail again once it was taken off the list', async () => {
    const { organizationId } = await createProgram();
    await queue({ organizationId, kind: 'receipt' });
    await sendWith(refused('550 no such user'));
    await db.suppression.updateMany({ data: { liftedAt: NOW } });
    await queue({ organizationId, kind: 'receipt', key: 'receipt:2' });
    expect(await sendWith(TAKEN)).toMatchObject({ accepted: 1, suppressed: 0 });
    await queue({ organizationId, kind: 'receipt' });
    await sendWith(refused('550 no such user'));
    expect(await listed()).toHaveLength(2);
  });

  it.each([
    ['554 5.7.1 Spam', 'receipt'],
    ['552 5.3.4 Too big', 'receipt'],
    ['550 5.1.1 No such user', 'funding'],
    ['550 5.1.1 No such user', 'erased'],
  ])('is not what %s to a mail of kind %s says', async (reply, kind) => {
    const { organizationId } = await createProgram();
    await queue({ organizationId, kind, key: 'one' });
    await sendWith(refused(reply));
    expect([await states(), await listed()]).toEqual([{ one: 'failed' }, []]);
  });
});
