import { escapeMarkdown } from '@/domain/letters/markdown';
import { formatInstant } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import { composeMessage, linked, signatureOf, type MessageText } from '../compose';

export type EventNews = 'invited' | 'place' | 'moved' | 'cancelled' | 'reminder';

type Told = {
  title: string;
  startsAt: Date;
  minutes: number;
  link: string;
  place: string;
  arranged: string;
  answerBy: Date;
  capacity: number | null;
  cycle: { name: string; timeZone: string; program: Parameters<typeof signatureOf>[0]['program'] };
};

/** When, where and what is arranged; only who has a place is told how to come in. */
function factsOf(event: Told, hasPlace: boolean): string {
  const { startsAt, minutes, link, place, arranged, cycle } = event;
  return [
    say('events.mailWhen', { when: formatInstant(startsAt, cycle.timeZone), minutes }),
    ...(place ? [say('events.mailPlace', { place: escapeMarkdown(place) })] : []),
    ...(link ? [hasPlace ? say('events.mailLink', { link: linked(link) }) : say('events.mailOnline')] : []),
    ...(arranged ? [say('events.mailArranged', { arranged: escapeMarkdown(arranged) })] : []),
  ]
    .map((line) => `* ${line}`)
    .join('\n');
}

type Telling = { event: Told; news: EventNews; /** Whether they have a place. */ hasPlace: boolean; url: string };

/** What is new about an event: the invitation, a place that came free, another time, that it is off, or that it is tomorrow. */
export function eventMail({ event, news, hasPlace, url }: Telling): MessageText {
  const { title, cycle } = event;
  const words = { title, cycle: cycle.name, contact: escapeMarkdown(cycle.program.contactName) };
  const until = formatInstant(event.answerBy, cycle.timeZone);
  return composeMessage(
    say(`events.mailSubject_${news}`, words),
    [
      say('mail.hello'),
      say(`events.mail_${news}`, { ...words, title: escapeMarkdown(title) }),
      ...(news === 'cancelled' ? [] : [factsOf(event, hasPlace)]),
      say(`events.mailNext_${news}`, { link: linked(url), until, contact: words.contact }),
    ].join('\n\n'),
    signatureOf(cycle),
  );
}
