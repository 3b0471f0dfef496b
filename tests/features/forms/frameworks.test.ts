import '../../support/database';
import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { findQuestion, withQuestion } from '@/domain/forms/editing';
import { createFramework } from '@/features/forms/frameworks/commands';
import { findFramework, listFrameworks } from '@/features/forms/frameworks/queries';
import { frameworkSchema } from '@/features/forms/frameworks/schema';
import { startVersion } from '@/features/forms/commands';
import { loadMatching } from '@/features/matching/inputs/queries';
import { createActor, createApplied, NOW } from '../../support/factories';
import { change, desk, publish } from './desk';

const NINE = 'Serials\nCataloging\nMetadata\nPreservation\nAcquisitions\nLicensing\nSystems\nLeading people\nTeaching';
const typed = (over = {}) => ({ cycleId: desk().cycleId, name: 'ALCTS 2009', areas: NINE, ...over });
const make = (over = {}, actor = desk().staff) => createFramework(actor, frameworkSchema.parse(typed(over)), NOW);
const problem = (over: object) => frameworkSchema.safeParse(typed(over)).error?.issues[0]?.message;

it('is kept with field names of its own, beside the standard one', async () => {
  await make();
  const frameworks = await listFrameworks(desk().program.organizationId);
  expect(frameworks.map(({ key, areas }) => [key, areas.length])).toEqual([
    ['alsc-2015', 7],
    ['alcts-2009', 9],
  ]);
  expect(frameworks[1]?.areas[7]).toEqual({ value: 'leading_people', label: 'Leading people' });
});

it('has a name of its own and two to ten different areas', async () => {
  await make();
  await expect(make()).rejects.toMatchObject({ code: 'framework.name_taken' });
  await expect(make({ name: 'ALSC 2015' })).rejects.toMatchObject({ code: 'framework.name_taken' });
  const areas = 'Write 2 to 10 areas, one a line, each different from the others.';
  expect(problem({ areas: 'One\n\n' })).toBe(areas);
  expect(problem({ areas: `${NINE}\nTen\nEleven` })).toBe(areas);
  expect(problem({ areas: 'Serials\nserials' })).toBe(areas);
  expect(problem({ areas: undefined })).toBe(areas);
  expect(problem({ name: ' ' })).toBe('Give the framework a name, such as ALSC 2009.');
});

it('is made by staff of the program only, and never changed', async () => {
  await expect(make({}, await createActor(desk().program, 'chair'))).rejects.toMatchObject({ code: 'actor.forbidden' });
  await make();
  await expect(db.framework.updateMany({ data: { name: 'Another' } })).rejects.toThrow();
});

it('is rated in a form, and read by the matcher with what earlier versions asked', async () => {
  const { cycle, cycleId, program } = desk();
  await createApplied(program, cycle, { role: 'mentor', state: 'accepted' });
  expect((await loadMatching(cycleId)).areas.map(({ value }) => value)[0]).toBe('commitment');
  await make({ areas: 'Serials\nCataloging' });
  await startVersion(desk().staff, { cycleId }, NOW);
  const { key, areas } = await findFramework(cycleId, 'alcts-2009');
  await change(desk().staff, (form) => {
    const grid = findQuestion(form, 'rating');
    return grid?.type === 'grid' ? withQuestion(form, 'skills', { ...grid, framework: key, areas }) : form;
  });
  await publish('Another framework');
  const { formVersion } = await db.cycle.findUniqueOrThrow({ where: { id: cycleId } });
  const [mentee] = await createApplied(program, cycle, { role: 'mentee', state: 'accepted' });
  await db.application.update({
    where: { id: mentee?.applicationId ?? '' },
    data: { formVersion, answers: { rating_serials: '2', help_areas: ['serials'] } },
  });
  const inputs = await loadMatching(cycleId);
  expect(inputs.areas.map(({ label }) => label).slice(0, 2)).toEqual(['Serials', 'Cataloging']);
  expect(inputs.areas).toHaveLength(9);
  expect(inputs.mentees.map(({ ratings, wantsHelp }) => [ratings, wantsHelp])).toEqual([[{ serials: 2 }, ['serials']]]);
});
