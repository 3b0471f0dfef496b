import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { remindUnfinished } from '@/features/applications/reminding/commands';
import { releaseFunding } from '@/features/funding/deciding/commands';
import { expectedOf } from '@/features/funding/queries';
import { tellInterested } from '@/features/programs/interest/commands';
import { newToken } from '@/lib/token';
import { asWorker } from '../../support/database';
import { createActor, NOW } from '../../support/factories';
import { CLOSED } from '../funding/offer';
import { askIn, offerIn } from './tour-funding';
import { applied, EMAIL, inDays, linkIn, newWorld, visitor, walkForm, type World } from './world';

vi.setConfig({ testTimeout: 60_000 });
const JOB = { kind: 'job', name: 'send-reminders' } as const;
let world: World;

beforeEach(async () => {
  world = await newWorld('es');
});

const mails = async () =>
  (await db.outboxMessage.findMany({ where: { toAddress: EMAIL }, orderBy: { id: 'asc' } })).map(
    ({ subject, text, html }) => ({ subject, text, html }),
  );
const subjects = async () => (await mails()).map(({ subject }) => subject);
const NAME = 'ALSC Mentoring, Spring 2030';

describe('somebody who applies in Spanish', () => {
  it('gets every mail in Spanish, with links to Spanish pages', async () => {
    const browser = await applied(world);
    const { id, reference } = await db.application.findFirstOrThrow({ where: { email: EMAIL } });
    await browser.post(`/es/status/withdraw/${id}`, {});
    expect(await subjects()).toEqual([
      `Su solicitud para ${NAME}: cómo volver`,
      `Hemos recibido su solicitud ${reference}`,
      `Su solicitud ${reference} está retirada`,
    ]);
    for (const { html, text } of await mails()) {
      expect(html).toContain('<html lang="es">');
      expect([...text.matchAll(/http:\/\/localhost:3000(\/[^/\s]*)/g)].map(([, first]) => first)).toEqual(
        expect.arrayContaining(['/es']),
      );
      expect(text.replaceAll('http://localhost:3000/es/', '')).not.toContain('http://localhost:3000');
    }
  });

  it('keeps the language with the form and with what was sent', async () => {
    await applied(world);
    const { language, applications } = await db.draft.findFirstOrThrow({
      where: { email: EMAIL },
      select: { language: true, applications: { select: { language: true } } },
    });
    expect([language, applications]).toEqual(['es', [{ language: 'es' }]]);
  });

  it('is written to in Spanish also from an English page, and in French once the form is gone on with in French', async () => {
    const browser = visitor();
    await walkForm(world, browser);
    await visitor().post('/resume', { email: EMAIL });
    expect((await subjects()).at(-1)).toBe(`Vuelva a su solicitud para ${NAME}`);
    const page = await browser.get(`${world.base.replace('/es/', '/fr/')}/goals`);
    await browser.fill(page, { goal_1: 'Un autre objectif.', want_topics: ['writing'], go: 'next' });
    await visitor().post('/resume', { email: EMAIL });
    const last = (await mails()).at(-1);
    expect(last?.subject).toBe(`Revenez à votre candidature à ${NAME}`);
    expect(linkIn(last?.text ?? '', 'fr/resume')).not.toBe('');
  });

  it('is reminded in Spanish', async () => {
    const browser = visitor();
    await browser.post(world.base, { email: EMAIL });
    await asWorker(() => remindUnfinished(JOB, inDays(22)));
    expect((await subjects()).at(-1)).toBe(`Su solicitud para ${NAME} aún no se ha enviado`);
  });

  it('puts two references together in Spanish', async () => {
    const both = { ...world, base: world.base.replace('/mentee', '/both') };
    const browser = visitor();
    const check = (await walkForm(both, browser)).at(-1);
    if (check) await browser.fill(check, { attest: 'yes' });
    expect((await subjects()).at(-1)).toMatch(/^Hemos recibido su solicitud \S+ y \S+$/);
  });
});

it('an award of a membership is told in the language of the application, whatever the reviewer reads', async () => {
  const browser = await applied(world);
  await offerIn(world);
  await askIn(world, browser);
  const { id, offerId, organizationId } = await db.fundingRequest.findFirstOrThrow();
  await db.fundingRequest.updateMany({ data: { staged: 'award' } });
  const reviewer = await createActor({ organizationId, programId: world.programId }, 'funding_reviewer');
  await releaseFunding(
    reviewer,
    { offerId, expected: expectedOf([{ id, state: 'requested', staged: 'award' }]) },
    CLOSED,
  );
  const mail = (await mails()).at(-1);
  expect(mail?.subject).toBe(`Se le concede una afiliación financiada con ${NAME}`);
  expect(mail?.html).toContain('<html lang="es">');
  expect(mail?.text).toContain('- A post for the blog, a más tardar el sábado, 1 de junio de 2030');
  expect(mail?.text).toContain('http://localhost:3000/es/status');
});

it('news of an opening come in the language of the page on which they were asked for', async () => {
  const path = `/fr/${world.slug}/interest`;
  const browser = visitor();
  await browser.post(path, { email: EMAIL });
  const [asked] = await mails();
  expect(asked?.subject).toBe('Devons-nous vous avertir de l’ouverture du programme ALSC Mentoring\u202f?');
  await browser.post(`/fr${linkIn(asked?.text ?? '', 'interest')}`, { go: 'confirm' });
  await db.cycle.updateMany({ data: { opensAt: NOW } });
  await asWorker(() => tellInterested({ kind: 'job', name: 'send-reminders' }, newToken, NOW));
  expect(await subjects()).toContain(`Candidatures ouvertes\u202f: ${NAME}`);
});

it('committee and staff are written to in English, wherever they sign in', async () => {
  const { id } = await db.organization.findFirstOrThrow();
  const { email } = await createActor({ organizationId: id, programId: world.programId }, 'reviewer');
  await visitor().post('/es/sign-in', { email });
  const mail = await db.outboxMessage.findFirstOrThrow({ where: { toAddress: email } });
  expect(mail.subject).toBe('Your sign-in code for ALSC Mentoring');
  expect(mail.text).toMatch(/http:\/\/localhost:3000\/sign-in\//);
});
