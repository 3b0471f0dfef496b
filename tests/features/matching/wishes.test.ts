import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { dropVeto, noteVeto } from '@/features/matching/wishes/commands';
import { listParticipantVetoes } from '@/features/matching/wishes/queries';
import { createActor, NOW } from '../../support/factories';
import { createMatching, pairsIn, run } from './setting';

async function noted() {
  const setting = await createMatching();
  await run(setting.chair, setting.cycleId);
  const [menteeId = '', mentorId = ''] = [...(await pairsIn(setting.cycleId))][0] ?? [];
  const mentor = await db.application.findUniqueOrThrow({ where: { id: mentorId } });
  const staff = await createActor(setting.program, 'staff');
  const note = (other: string, actor = staff) =>
    noteVeto(actor, { applicationId: menteeId, other, reason: 'former manager' }, NOW);
  return { ...setting, menteeId, mentor, staff, note };
}

it('keeps two people apart in every run once staff noted it, by reference or by address', async () => {
  const { note, mentor, menteeId, chair, cycleId } = await noted();
  await note(mentor.email.toUpperCase());
  await note(mentor.reference?.toLowerCase() ?? '');
  const vetoes = [{ id: expect.any(String), name: mentor.name, reference: mentor.reference, reason: 'former manager' }];
  expect(await listParticipantVetoes(menteeId)).toEqual(vetoes);
  expect(await listParticipantVetoes(mentor.id)).toHaveLength(1);
  await run(chair, cycleId);
  expect((await pairsIn(cycleId, 2)).get(menteeId)).not.toBe(mentor.id);
});

it('names nobody in the history', async () => {
  const { note, mentor, menteeId, cycleId } = await noted();
  await note(mentor.email);
  const events = await db.event.findMany({
    where: { cycleId, action: 'participant_veto.noted' },
    select: { detail: true, reason: true },
  });
  expect(events).toHaveLength(1);
  expect(JSON.stringify(events)).not.toMatch(new RegExp(`former|${menteeId}|${mentor.id}`));
});

it('refuses whom it does not find, the committee, and the actor’s own application', async () => {
  const { note, mentor, menteeId, program, cycleId } = await noted();
  await expect(note('nobody@example.test')).rejects.toMatchObject({ code: 'matching.veto_unknown' });
  const fellow = await db.application.findFirstOrThrow({ where: { cycleId, role: 'mentee', id: { not: menteeId } } });
  await expect(note(fellow.email)).rejects.toMatchObject({ code: 'matching.veto_unknown' });
  await expect(note(mentor.email, await createActor(program, 'chair'))).rejects.toMatchObject({
    code: 'actor.forbidden',
  });
  const asMentor = { ...(await createActor(program, 'staff')), closed: [mentor.personId ?? ''] };
  await expect(note(mentor.email, asMentor)).rejects.toMatchObject({ code: 'matching.veto_unknown' });
});

it('is taken back by staff alone, and never touches a veto of the committee', async () => {
  const { note, mentor, menteeId, staff, chair, cycleId } = await noted();
  await note(mentor.email);
  const [veto] = await listParticipantVetoes(menteeId);
  await expect(dropVeto(chair, { ruleId: veto?.id ?? '' }, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
  await dropVeto(staff, { ruleId: veto?.id ?? '' }, NOW);
  expect(await db.pairRule.count({ where: { cycleId } })).toBe(0);
});
