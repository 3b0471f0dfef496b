import type { GuardedCycle } from '@/auth/guard';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import {
  sendHelpedFile,
  showHelpCheck,
  showHelpPage,
  takeHelpCheck,
  takeHelpPage,
} from '@/features/applications/helping/answers/handlers';
import { findHelped } from '@/features/applications/helping/queries';
import { clock } from '@/lib/clock';
import { freezeClock } from '../../support/database';
import { createActor, createProgram, createTestCycle, NOW, type TestProgram } from '../../support/factories';
import { hiddenOf, setClock, type Fields, type Page } from './browser';

const SITE = 'http://localhost:3000';

type Place = { program: TestProgram; cycle: Awaited<ReturnType<typeof createTestCycle>> };

async function createPlace(): Promise<Place> {
  const program = await createProgram();
  return { program, cycle: await createTestCycle(program) };
}

/** A cycle open for applications, new or the one given, with somebody of staff who helps. */
export async function createHelpDesk(place?: Place) {
  setClock(NOW);
  await freezeClock(NOW);
  const { program, cycle } = place ?? (await createPlace());
  const staff = await createActor(program, 'staff', 'Linus Abernathy');
  const guarded: GuardedCycle = await db.cycle.findUniqueOrThrow({
    where: { id: cycle.id },
    include: {
      program: {
        select: { name: true, slug: true, languages: true, contactName: true, contactEmail: true, contactPhone: true },
      },
    },
  });
  const helper = (user: UserActor = staff) => ({ user, cycle: guarded, now: clock.now() });

  const asPage = async (path: string, answer: Promise<Response>): Promise<Page> => {
    const { status, headers, text } = await answer.then(async (one) => ({
      status: one.status,
      headers: one.headers,
      text: await one.text(),
    }));
    return { status, path: headers.get('location') ?? path, text };
  };
  const requestOf = (fields: Fields) =>
    new Request(`${SITE}/x`, {
      method: 'POST',
      headers: { origin: SITE, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) =>
          (typeof value === 'string' ? [value] : [...value]).map((one): [string, string] => [name, one]),
        ),
      ),
    });
  const open = (id: string, section: string, user?: UserActor) =>
    asPage('', showHelpPage(helper(user), { id, section }));
  return {
    program,
    cycle,
    staff,
    guarded,
    open,
    /** Opens a page and fills it in. */
    async fill(id: string, section: string, fields: Fields) {
      const page = await open(id, section);
      return asPage('', takeHelpPage(requestOf({ ...hiddenOf(page), ...fields }), helper(), { id, section }));
    },
    /** Fills in a page with files. */
    upload: async (page: Page, id: string, section: string, fields: Record<string, string | File>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...hiddenOf(page), ...fields })) body.append(name, value);
      const request = new Request(`${SITE}/x`, { method: 'POST', headers: { origin: SITE }, body });
      return asPage('', takeHelpPage(request, helper(), { id, section }));
    },
    file: (id: string, file: string, user?: UserActor) => sendHelpedFile(helper(user), { id, file }),
    /** Fills in a page that was opened before. */
    send: (page: Page, id: string, section: string, fields: Fields) =>
      asPage('', takeHelpPage(requestOf({ ...hiddenOf(page), ...fields }), helper(), { id, section })),
    check: (id: string) => asPage('', showHelpCheck(helper(), id)),
    async sendFor(id: string, fields: Fields) {
      const page = await asPage('', showHelpCheck(helper(), id));
      return asPage('', takeHelpCheck(requestOf({ ...hiddenOf(page), ...fields }), helper(), id));
    },
    helped: (id: string) => findHelped(cycle.id, id),
  };
}
export type HelpDesk = Awaited<ReturnType<typeof createHelpDesk>>;
