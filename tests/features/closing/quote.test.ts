import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { freezeClock } from '../../support/database';
import { createProgram, NOW } from '../../support/factories';
import { setClock } from '../applications/browser';
import { after, createPair, moveOn, QUILL_AND_LARK, signInBoth } from '../pairs/pair-ground';

let pair: Awaited<ReturnType<typeof createPair>>;
let form: string;
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  pair = await createPair(await createProgram(), QUILL_AND_LARK);
  form = `${pair.path}/closing`;
});

const send = { press: 'send', version: '0' };
const saved = (side = 'mentee') => db.assessment.findFirst({ where: { side } });

describe('a quote', () => {
  const quoted = { ...send, quote: 'It changed my work.', quote_consent: 'yes', quote_name: 'unnamed' };

  it('needs a tick of its own, which nobody makes for them, and keeps the sentence that was agreed to', async () => {
    const { mentee } = await signInBoth(pair.matchId);
    await moveOn(290);
    const { text } = await mentee.get(form);
    expect(/<input[^>]*name="quote_consent"[^>]*>/.exec(text)?.[0]).not.toContain('checked');
    expect(/<input[^>]*name="quote_name"[^>]*checked/.test(text)).toBe(false);
    await mentee.post(form, { ...send, quote: 'It changed my work.', quote_name: 'named' });
    expect(await saved()).toMatchObject({ quote: 'It changed my work.', quoteAs: null, quoteAgreedAt: null });
    await mentee.post(form, { ...quoted, version: '1' });
    expect(await saved()).toMatchObject({ quoteAs: 'unnamed', quoteAgreedAt: after(290) });
    expect((await saved())?.quoteWording).toMatch(/^I agree that .* uses this sentence/);
  });

  it('is taken back by a button, at once and also after the close', async () => {
    const { mentee } = await signInBoth(pair.matchId);
    await moveOn(290);
    await mentee.post(form, quoted);
    await moveOn(400);
    const page = await mentee.get(form);
    expect(page.text).toContain('without your name');
    expect((await mentee.post(form, { press: 'back' })).text).toContain('Your sentence is not used any more.');
    expect(await saved()).toMatchObject({ quoteAs: null, quoteWithdrawnAt: after(400), quote: 'It changed my work.' });
    expect(await db.event.count({ where: { action: 'closing.quote_withdrawn' } })).toBe(1);
    await mentee.post(form, { press: 'back' });
    expect(await db.event.count({ where: { action: 'closing.quote_withdrawn' } })).toBe(1);
  });

  it('is taken back too by unticking it', async () => {
    const { mentee } = await signInBoth(pair.matchId);
    await moveOn(290);
    await mentee.post(form, quoted);
    await mentee.post(form, { ...send, version: '1', quote: 'It changed my work.' });
    expect(await saved()).toMatchObject({ quoteAs: null, quoteWithdrawnAt: after(290) });
  });
});
