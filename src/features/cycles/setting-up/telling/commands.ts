import type { Tx } from '@/db/client';
import { languageIn } from '@/domain/language';
import { Refusal } from '@/domain/refusal';
import { cycleCalendar, cycleEntries } from '@/lib/words/cycle-calendar';
import { slipInWords } from '@/lib/words/timeline';
import { inLanguage } from '@/lib/language';
import { signatureOf, signedColumns } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { movedDaysMail } from '@/mail/templates/moved-days';
import { datesSelect } from '../queries';

type Change = { cycleId: string; /** Which change of the days it is: nobody hears of one twice. */ change: number };

/** Writes the new days to everybody whose application still counts, once an address. @throws {Refusal} `cycle.nobody_to_tell` */
export async function tellOfDays(tx: Tx, { cycleId, change }: Change, now: Date): Promise<void> {
  const cycle = await tx.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: {
      organizationId: true,
      code: true,
      name: true,
      timeZone: true,
      version: true,
      releasedAt: true,
      ...datesSelect,
      program: { select: { ...signedColumns, slug: true } },
    },
  });
  const people = await tx.application.findMany({
    where: { cycleId, state: { notIn: ['draft', 'withdrawn'] } },
    select: { email: true, personId: true, language: true },
    distinct: ['email'],
    orderBy: { email: 'asc' },
  });
  if (people.length === 0) throw new Refusal('cycle.nobody_to_tell');
  const acts = { releasedAt: cycle.releasedAt, hasConfirmedMatch: false };
  const written = (language: string) =>
    inLanguage(languageIn(language), () => {
      const coming = slipInWords(cycle, acts, now).filter(({ at }) => at > now);
      const mail = movedDaysMail({ cycleName: cycle.name, days: coming }, signatureOf(cycle));
      const entries = cycleEntries(cycle, acts, now).filter(({ at }) => at > now);
      return { ...mail, calendar: cycleCalendar(cycle, entries, now) };
    });
  const mails = new Map([...new Set(people.map(({ language }) => language))].map((one) => [one, written(one)]));
  for (const { email, personId, language } of people) {
    const mail = mails.get(language) ?? written(language);
    const { organizationId } = cycle;
    const key = `days:${cycleId}:${change}:${email}`;
    await enqueue(tx, { ...mail, organizationId, key, kind: 'days', to: { address: email }, personId }, now);
  }
}
