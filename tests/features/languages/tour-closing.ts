import { db } from '@/db/client';
import { askForClosing } from '@/features/closing/reminding/commands';
import { newToken } from '@/lib/token';
import type { Stop } from './tour-entry';
import { pairIn } from './tour-pairs';
import { applied, EMAIL, inDays, linkIn, setMoment } from './world';

const QUOTE = { quote: 'own words', quote_consent: 'yes', quote_name: 'named' };

/** Pages at the end of a cycle. */
export const CLOSING: readonly Stop[] = [
  [
    'the closing questions',
    async (world) => {
      const browser = await applied(world);
      const { path, matchId } = await pairIn(world);
      const form = `${path}/closing`;
      await db.plan.updateMany({ data: { state: 'approved', verified: true, approvedAt: inDays(-25) } });
      const pages = [await browser.get(form)];
      await askForClosing({ kind: 'job', name: 'tend-pairs' }, newToken, inDays(279));
      await db.session.updateMany({
        data: { lastSeenAt: inDays(290), idleExpiresAt: inDays(400), expiresAt: inDays(400) },
      });
      await setMoment(inDays(290));
      const mail = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'closing', toAddress: EMAIL } });
      const link = `${world.prefix}/pair/${linkIn(mail.text, 'closing').slice(1)}`;
      pages.push(await browser.get(path), await browser.get(`${world.prefix}/status`), await browser.get(link));
      for (const fields of [
        { press: 'send' },
        { press: 'send', quote_consent: 'yes' },
        { press: 'send', recommend: '9', again: 'never', better: '1'.repeat(2001) },
        { press: 'later', helped: 'own words', version: '0' },
        { press: 'send', helped: 'own words', version: '0' },
        { press: 'send', rating_outreach: '5', recommend: '5', again: 'maybe', ...QUOTE, version: '1' },
      ])
        pages.push(await browser.post(form, fields));
      pages.push(
        await browser.get(path),
        await browser.post(form, { press: 'back' }),
        await browser.get(`${path}/growth`),
      );
      await db.match.update({ where: { id: matchId }, data: { state: 'ended_early' } });
      pages.push(await browser.get(path), await browser.get(form));
      await db.match.update({ where: { id: matchId }, data: { state: 'completed' } });
      await browser.post(form, { press: 'send', ...QUOTE, version: '3' });
      pages.push(await browser.get(path), await browser.get(`${path}/papers/letter`));
      pages.push(await browser.get(`${path}/papers/certificate`));
      pages.push(await browser.post(`${path}/papers/certificate`, { checkable: 'yes' }));
      const { number } = await db.certificate.findFirstOrThrow();
      pages.push(await browser.get(`${world.prefix}/certificate/${number.toLowerCase()}`));
      await db.match.update({ where: { id: matchId }, data: { state: 'active' } });
      pages.push(await browser.get(`${path}/papers/certificate`));
      await db.match.update({ where: { id: matchId }, data: { state: 'completed' } });
      await setMoment(inDays(361));
      pages.push(
        await browser.get(form),
        await browser.post(form, { press: 'send', helped: 'own words', version: '4' }),
      );
      return [...pages, await browser.get(`${world.prefix}/pair/closing/nothing`)];
    },
  ],
];
