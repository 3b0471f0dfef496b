import type { Tx } from '@/db/client';
import { languageIn } from '@/domain/language';
import { shownName } from '@/features/applications/schema';
import { inLanguage } from '@/lib/language';
import { signatureOf } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { pairNewsMail, type PairNews } from '@/mail/templates/pair-news';

type Side = {
  email: string;
  personId: string | null;
  language: string;
  state: string;
  answers: unknown;
  name: string;
};
type Told = {
  organizationId: string;
  mentor: Side;
  mentee: Side;
  plan: { cycle: Parameters<typeof signatureOf>[0] & { name: string } };
};
const OTHER = { mentor: 'mentee', mentee: 'mentor' } as const;

type Telling = { match: Told; news: PairNews; key: string };

/** Tells one of the two, in neutral words, what becomes of the pair. Whoever has left is not written to. */
export async function tellOne(
  tx: Tx,
  { match, news, key }: Telling,
  side: keyof typeof OTHER,
  now: Date,
): Promise<void> {
  const [me, other] = [match[side], match[OTHER[side]]];
  if (me.email === '' || me.state === 'withdrawn') return;
  const { cycle } = match.plan;
  const partner = shownName(other);
  const mail = inLanguage(languageIn(me.language), () =>
    pairNewsMail({ cycleName: cycle.name, partner, contact: cycle.program.contactName, news }, signatureOf(cycle)),
  );
  const to = { address: me.email, name: me.name };
  const { organizationId } = match;
  const letter = { ...mail, organizationId, key: `${key}:${side}`, kind: 'pair_news', to, personId: me.personId };
  await enqueue(tx, letter, now);
}

export async function tellBoth(tx: Tx, telling: Telling, now: Date): Promise<void> {
  for (const side of ['mentor', 'mentee'] as const) await tellOne(tx, telling, side, now);
}
