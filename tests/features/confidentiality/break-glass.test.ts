import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { agreeToBreakGlass, askToBreakGlass, readBrokenGlass } from '@/features/confidentiality/commands';
import { getConfidentiality, listBrokenGlass } from '@/features/confidentiality/queries';
import { breakGlassSchema } from '@/features/confidentiality/schema';
import { makeSealedCopy } from '@/jobs/make-sealed-copy';
import { asWorker, ownerQuery } from '../../support/database';
import { createActor, createApplied, createProgram, createTestCycle, NOW, testRing } from '../../support/factories';

const REASON = 'The person asked us by phone; the form is broken for them.';
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
let first: UserActor;
let second: UserActor;
let chair: UserActor;
let cycleId: string;
let applied: { applicationId: string; personId: string; reference: string; email: string };

beforeEach(async () => {
  const program = await createProgram();
  const cycle = await createTestCycle(program);
  cycleId = cycle.id;
  [first, second, chair] = [
    await createActor(program, 'staff', 'Linus Abernathy'),
    await createActor(program, 'administrator', 'Rosalind Achebe'),
    await createActor(program, 'chair'),
  ];
  const identity = { gender: { own: ['woman'], wish: { kind: 'same' as const } }, ethnicity: { own: [], wish: null } };
  const [made] = await createApplied(program, cycle, { person: { identity } });
  const row = await db.application.findUniqueOrThrow({ where: { id: made?.applicationId ?? '' } });
  applied = { applicationId: row.id, personId: row.personId ?? '', reference: row.reference ?? '', email: row.email };
});

const ask = (actor = first) => askToBreakGlass(actor, { cycleId, reference: applied.reference, reason: REASON }, NOW);
const make = (copyId: string, breakGlass = true, now = later(1)) =>
  asWorker(() => makeSealedCopy({ copyId }, { ring: testRing, breakGlass }, now));
const stateOf = (id: string) =>
  db.sealedCopy.findUniqueOrThrow({ where: { id }, select: { state: true, sealed: true } });

describe('break-glass', () => {
  it('opens one record for two named people, once, within the hour, and tells the person', async () => {
    const asked = await ask();
    await make(asked.copyId);
    expect(await stateOf(asked.copyId)).toEqual({ state: 'asked', sealed: null });
    await agreeToBreakGlass(second, asked.copyId, later(1));
    await make(asked.copyId);
    expect(await readBrokenGlass(first, asked, later(59))).toContainEqual({ label: 'Your gender', words: 'Woman' });
    await expect(readBrokenGlass(first, asked, later(59))).rejects.toMatchObject({ code: 'copy.gone' });
    const mail = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'break_glass' } });
    expect(mail.toAddress).toBe(applied.email);
    for (const words of ['Linus Abernathy', 'Rosalind Achebe', REASON]) expect(mail.text).toContain(words);
    expect(mail.text).not.toMatch(/woman/i);
    const log = await ownerQuery('SELECT purpose, application_id::text FROM vault.access_log');
    expect(log).toEqual([{ purpose: 'break-glass', application_id: applied.applicationId }]);
    const events = await db.event.findMany({
      where: { action: { startsWith: 'break_glass' } },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action, reason }) => [action, reason])).toEqual(
      ['asked', 'agreed', 'read'].map((step) => [`break_glass.${step}`, REASON]),
    );
  });

  it('is off unless the worker was told otherwise', async () => {
    const asked = await ask();
    await agreeToBreakGlass(second, asked.copyId, NOW);
    await make(asked.copyId, false);
    expect(await stateOf(asked.copyId)).toEqual({ state: 'ended', sealed: null });
    expect(await ownerQuery('SELECT 1 FROM vault.access_log')).toEqual([]);
  });

  it('takes a second person, and neither the chair nor the one it is about', async () => {
    const asked = await ask();
    await expect(agreeToBreakGlass(first, asked.copyId, NOW)).rejects.toMatchObject({ code: 'copy.second_person' });
    await expect(agreeToBreakGlass(chair, asked.copyId, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await expect(ask(chair)).rejects.toMatchObject({ code: 'actor.forbidden' });
    const own = { ...second, personId: applied.personId, closed: [applied.personId] };
    await expect(agreeToBreakGlass(own, asked.copyId, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await expect(
      ownerQuery("UPDATE sealed_copies SET state = 'confirmed', confirmed_by_id = requested_by_id"),
    ).rejects.toThrow(/break_glass_by_two/);
  });

  it('is read by the one who asked, with the key of their browser, and not after the hour', async () => {
    const asked = await ask();
    await agreeToBreakGlass(second, asked.copyId, NOW);
    await make(asked.copyId);
    const other = await ask();
    for (const [actor, copySecret, now] of [
      [second, asked.copySecret, later(2)],
      [first, other.copySecret, later(2)],
      [first, asked.copySecret, later(60)],
    ] as const)
      await expect(readBrokenGlass(actor, { ...asked, copySecret }, now)).rejects.toMatchObject({ code: 'copy.gone' });
  });

  it.each([
    [{ reference: '../x' }, 'Enter a reference'],
    [{ reason: 'because' }, 'Say in a sentence'],
    [{ reason: 'x'.repeat(1001) }, 'at most 1,000'],
  ])('refuses %o with a sentence', (over, words) => {
    const parsed = breakGlassSchema.safeParse({ cycleId, reference: applied.reference, reason: REASON, ...over });
    expect(parsed.error?.issues[0]?.message).toContain(words);
  });
});

it('shows staff what is done with the answers, never their own request’s subject', async () => {
  const asked = await ask();
  const seen = await listBrokenGlass(cycleId, second);
  expect(seen).toMatchObject([{ id: asked.copyId, reference: applied.reference, requestedBy: 'Linus Abernathy' }]);
  expect(await listBrokenGlass(cycleId, { closed: [applied.personId] })).toEqual([]);
  expect(await getConfidentiality(cycleId)).toMatchObject({ readings: [], check: null, purge: null });
});
