import { db } from '@/db/client';
import { createApplied } from '../../support/factories';
import { fillIn, newBrowser } from '../applications/browser';
import type { House, YearCycle } from './cycle';

export const MENTORS = ['Ada', 'Ben', 'Cy', 'Dot'] as const;
export const MENTEES = ['Eve', 'Finn', 'Gus', 'Hal', 'Ivy', 'Joy', 'Lou'] as const;
/** Who finds whom: four pairs, and Ivy waits. */
export const PAIRS = [
  ['Ada', 'Eve'],
  ['Ben', 'Finn'],
  ['Cy', 'Gus'],
  ['Dot', 'Hal'],
] as const;
export type Name = (typeof MENTORS)[number] | (typeof MENTEES)[number] | 'Kit' | 'Mia';

export const mailOf = (name: Name): string => `${name.toLowerCase()}@example.test`;

/** Eve comes by the public form, the others are there. Nobody shares an employer, which would keep two apart. */
export async function applyAll({ program }: House, cycle: YearCycle, now: Date): Promise<void> {
  const browser = newBrowser();
  const base = `/apply/${cycle.code.toLowerCase()}/mentee`;
  const sent = await browser.fill(await fillIn(browser, base, mailOf('Eve')), { attest: 'yes' });
  if (!sent.path.endsWith('/sent')) throw new Error(`Eve is at ${sent.path}`);
  const one = (name: Exclude<Name, 'Eve'>, role: 'mentor' | 'mentee') =>
    createApplied(program, cycle, { role, person: { name, email: mailOf(name) }, submittedAt: now });
  for (const name of MENTORS) await one(name, 'mentor');
  for (const name of MENTEES) if (name !== 'Eve') await one(name, 'mentee');
  const rows = await db.application.findMany({ where: { cycleId: cycle.id }, select: { id: true, answers: true } });
  for (const { id, answers } of rows)
    await db.application.update({
      where: { id },
      data: { answers: { ...Object(answers), employer: `Library ${id}` } },
    });
}

/** Kit begins a form and lets it lie. */
export const beginForm = ({ code }: YearCycle) =>
  newBrowser().post(`/apply/${code.toLowerCase()}/mentee`, { email: mailOf('Kit') });

export const applicationOf = async (cycleId: string, name: Name) =>
  db.application.findFirstOrThrow({ where: { cycleId, email: mailOf(name), state: { not: 'draft' } } });

export const personOf = async (cycleId: string, name: Name): Promise<string> =>
  (await applicationOf(cycleId, name)).personId ?? '';

export const matchOf = (cycleId: string, name: Name) =>
  db.match.findFirstOrThrow({
    where: { cycleId, OR: [{ mentor: { email: mailOf(name) } }, { mentee: { email: mailOf(name) } }] },
  });

/** The newest mail of a kind to somebody. */
export const mailTo = (name: Name, kind: string) =>
  db.outboxMessage.findFirstOrThrow({ where: { toAddress: mailOf(name), kind }, orderBy: { createdAt: 'desc' } });
