import type { Tx } from '@/db/client';
import { keepLink } from '@/db/links';
import { endOf } from '@/domain/event';
import { appUrl } from '@/lib/env';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { eventFile } from '@/lib/words/event-calendar';
import { enqueue } from '@/mail/outbox';
import { eventMail, type EventNews } from '@/mail/templates/event-mail';
import type { EventPerson } from '../people/queries';
import type { CycleEvent } from '../queries';

const LINK_DAYS = 90;
const DAY_MS = 86_400_000;
const FILED: readonly EventNews[] = ['place', 'moved', 'cancelled', 'reminder'];

export type Dice = { newToken: () => string; now: Date };
type Telling = {
  event: CycleEvent;
  person: EventPerson;
  news: EventNews;
  /** Names this very news: it is told once. */
  cause: string;
  hasPlace: boolean;
};

/**
 * Queues one mail about an event with a link of its own: its page shows the event and takes the answer by a button, as often as
 * one likes, until long after. @returns false when it was told before
 */
export async function tellOfEvent(tx: Tx, { event, person, news, cause, hasPlace }: Telling, dice: Dice) {
  const { newToken, now } = dice;
  const { id: eventId, organizationId } = event;
  const { personId, email, name, language } = person;
  const token = newToken();
  const letter = inLanguage(language, () => ({
    ...eventMail({ event, news, hasPlace, url: `${appUrl()}${paths.eventLink(token)}` }),
    ...(hasPlace && FILED.includes(news) ? { calendar: eventFile(event, true, now) } : {}),
  }));
  const key = `event-${news}:${eventId}:${personId}:${cause}`;
  const queued = { ...letter, organizationId, key, kind: 'event', to: { address: email, name }, personId };
  if (!(await enqueue(tx, queued, now))) return false;
  const until = new Date(Math.max(endOf(event).getTime(), now.getTime()) + LINK_DAYS * DAY_MS);
  await keepLink(tx, { purpose: 'event', organizationId, email, subjectId: eventId, token, until }, now);
  return true;
}
