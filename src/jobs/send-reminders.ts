import { askToCarry, carryOver } from '@/features/applications/carrying/commands';
import { remindUnfinished } from '@/features/applications/reminding/commands';
import { chaseAnswers } from '@/features/pairs/chasing/commands';
import { remindMentors } from '@/features/pairs/proposals/reminding/commands';
import { tellInterested } from '@/features/programs/interest/commands';
import { clock } from '@/lib/clock';
import { log } from '@/lib/log';
import { newToken } from '@/lib/token';

/** Every five minutes: news of an opening, what happens to those without a match, and a word to those whose form is not sent. Each mail has a key, so none goes twice. */
export async function sendReminders(): Promise<void> {
  const actor = { kind: 'job', name: 'send-reminders' } as const;
  const now = clock.now();
  const told = (await tellInterested(actor, newToken, now)) + (await remindUnfinished(actor, now));
  const carried = (await askToCarry(actor, newToken, now)) + (await carryOver(actor, newToken, now));
  const mentors = await remindMentors(actor, newToken, now);
  const { reminded, expired } = await chaseAnswers(actor, newToken, now);
  if (told + carried + mentors + reminded + expired > 0)
    log.info({ told: told + carried + mentors + reminded, expired }, 'reminders queued');
}
