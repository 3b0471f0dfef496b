import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { getPreflight } from '@/features/announcements/releases/queries';
import { newId } from '@/lib/id';
import { drain } from '@/mail/drain';
import { openTransport, pooledUrl } from '@/mail/transport';
import { createApplied, NOW } from '../../support/factories';
import { openMailbox, smtpError } from '../../support/mailbox';
import { minutes, readyCycle } from './ready-cycle';

describe('the pre-flight', () => {
  const faults = async (cycleId: string) =>
    (await getPreflight(cycleId, NOW)).points.filter((point) => point.faults.length > 0).map(({ key }) => key);

  it('is in order for a decided cycle', async () => {
    expect(await faults((await readyCycle()).cycle.id)).toEqual([]);
  });

  it('blocks on an application without an outcome, until a later date is set', async () => {
    const { program, cycle } = await readyCycle();
    const [open] = await createApplied(program, cycle, { state: 'submitted' });
    expect(await faults(cycle.id)).toEqual(['outcomes']);
    await db.application.update({ where: { id: open?.applicationId ?? '' }, data: { laterBy: minutes(60 * 24 * 10) } });
    expect(await faults(cycle.id)).toEqual([]);
  });

  it('blocks on a match with somebody who withdrew', async () => {
    const { cycle, ada } = await readyCycle();
    await db.application.update({ where: { id: ada.applicationId }, data: { state: 'withdrawn' } });
    expect(await faults(cycle.id)).toEqual(['pairs']);
  });

  it('blocks on a field that does not exist or has no value', async () => {
    const { cycle, declined } = await readyCycle();
    await db.mailTemplate.updateMany({
      where: { cycleId: cycle.id, kind: 'waitlisted' },
      data: { body: 'Dear {{nobody}}, wait until {{later_by}}.' },
    });
    const { points } = await getPreflight(cycle.id, NOW);
    expect(points.find(({ key }) => key === 'templates')?.faults).toEqual([
      'Letter to Cem: The template “Waitlisted” uses {{nobody}}, which does not exist.',
      'Letter to Cem: {{later_by}} has no value in “Waitlisted”.',
    ]);
    await db.application.update({ where: { id: declined.applicationId }, data: { unmetRule: '' } });
    expect(await faults(cycle.id)).toEqual(['declined', 'templates']);
  });

  it('blocks on a confidential answer in a letter, planted on purpose', async () => {
    const { cycle, mentor } = await readyCycle();
    await db.application.update({
      where: { id: mentor.applicationId },
      data: { answers: { name: 'Mara', not_with: 'My former manager Quill' } },
    });
    expect(await faults(cycle.id)).toEqual([]);
    await db.match.updateMany({ data: { safeReasons: ['Mara wrote: my former *manager* Quill'] } });
    const { points } = await getPreflight(cycle.id, NOW);
    expect(points.find(({ key }) => key === 'confidential')?.faults).toHaveLength(3);
  });

  it('does not block because somebody wrote what our letters say to everybody', async () => {
    const { cycle, mentor } = await readyCycle();
    await db.application.update({
      where: { id: mentor.applicationId },
      data: { answers: { name: 'Mara', anything_else: 'Thank you', arrange: 'Storytime' } },
    });
    expect(await faults(cycle.id)).toEqual([]);
  });

  it('blocks on an address that refused mail', async () => {
    const mailbox = await openMailbox(({ rcptTo }) =>
      rcptTo[0]?.address === 'cem@example.test' ? smtpError(550, 'no such user') : undefined,
    );
    const { send, close } = openTransport(pooledUrl(mailbox.url), 'mentoring@example.test');
    const ready = await readyCycle();
    await db.outboxMessage.create({
      data: {
        id: newId(NOW),
        organizationId: ready.program.organizationId,
        key: 'receipt:x',
        kind: 'receipt',
        toAddress: 'cem@example.test',
        subject: 's',
        text: 't',
        html: 'h',
        notBefore: NOW,
        createdAt: NOW,
      },
    });
    expect((await drain({ send, readNow: () => NOW })).accepted).toBe(0);
    expect(await faults(ready.cycle.id)).toEqual(['addresses']);
    close();
    await mailbox.stop();
  });
});
