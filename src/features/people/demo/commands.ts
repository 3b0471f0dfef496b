import { createSession, IDLE_MINUTES } from '@/auth/sessions';
import { db } from '@/db/client';
import { Refusal } from '@/domain/refusal';

/** For the demonstration only: its page asks whether this is one before it calls. @throws {Refusal} `token.invalid` */
export async function signInAsDemoPerson(personId: string, now: Date): Promise<string> {
  const person = await db.person.findFirst({
    where: { id: personId, applications: { some: { state: 'accepted' } } },
    select: { id: true, email: true },
  });
  if (!person) throw new Refusal('token.invalid');
  const { id, email } = person;
  const minutes = { idleMinutes: IDLE_MINUTES.participant };
  const session = await db.$transaction((tx) =>
    createSession(tx, { kind: 'participant', personId: id, email, ...minutes }, now),
  );
  return session.token;
}
