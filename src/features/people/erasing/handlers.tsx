import { refusalInWords } from '@/lib/words/refusals';
import { say } from '@/lib/words/say';
import { waitPage } from '@/ui/wait';
import { newCodeDice } from '@/auth/codes';
import { postWait } from '@/auth/post-limit';
import { endedCookie, participantSession } from '@/auth/sessions';
import { overLimit } from '@/db/limits';
import { Refusal } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { webEnv } from '@/lib/env';
import { paths } from '@/lib/paths';
import { hashToken } from '@/lib/token';
import { html, messagePage, readForm, seeOther, type PostedForm } from '@/ui/http';
import { askForEraseCode, eraseEverything } from './commands';
import { AskErasePage, EraseCodePage, ErasedPage } from './components/static/erase-page';
import { findEraseGround, type EraseGround } from './queries';
import { eraseSchema } from './schema';

type Erasing = { person: { personId: string; email: string }; ground: EraseGround };

/** The proven person behind a request and what there is to erase, or the answer to give instead. */
async function erasingOf(request: Request, now: Date): Promise<Erasing | Response> {
  const session = await participantSession(request, now);
  if (!session) return seeOther(paths.resume());
  const { personId, email } = session;
  if (personId === null || email === null)
    return messagePage(say('copies.confirmYourAddressFirst'), say('erase.onlyOwner'), 403);
  const ground = await findEraseGround(personId, email);
  return ground ? { person: { personId, email }, ground } : seeOther(paths.status());
}

const contactOf = ({ ground }: Erasing) => {
  const { contactName: name, contactEmail: email, contactPhone: phone } = ground.cycle.program;
  return { name, email, phone };
};

export async function showErase(request: Request): Promise<Response> {
  const search = new URL(request.url).searchParams;
  if (search.has('done')) return html(<ErasedPage />);
  const erasing = await erasingOf(request, clock.now());
  if (erasing instanceof Response) return erasing;
  const page = { email: erasing.person.email, contact: contactOf(erasing) };
  return html(search.has('sent') ? <EraseCodePage {...page} /> : <AskErasePage {...page} />);
}

async function sendCode(erasing: Erasing, now: Date): Promise<Response> {
  if ((await overLimit('code', hashToken(erasing.person.email))) === 0)
    await askForEraseCode(erasing, newCodeDice(webEnv().AUTH_SECRET), now);
  return seeOther(`${paths.statusErase()}?sent=1`);
}

async function erase(erasing: Erasing, posted: PostedForm, now: Date): Promise<Response> {
  const page = { email: erasing.person.email, contact: contactOf(erasing) };
  const again = (problems: Record<string, string>) => html(<EraseCodePage {...page} problems={problems} />, 422);
  const input = eraseSchema.safeParse({ code: posted.text('code'), sure: posted.text('sure') });
  if (!input.success)
    return again(Object.fromEntries(input.error.issues.map(({ path, message }) => [String(path[0]), message])));
  if ((await overLimit('guess', hashToken(erasing.person.email))) > 0)
    return again({ code: say('copies.tooManyTriesWaitAn') });
  try {
    await eraseEverything(erasing, { code: input.data.code, secret: webEnv().AUTH_SECRET }, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return again(error.code === 'token.invalid' ? { code: refusalInWords(error) } : { sure: refusalInWords(error) });
  }
  return seeOther(`${paths.statusErase()}?done=1`, { cookies: [endedCookie('participant')] });
}

/** Sends the code, or takes it. */
export async function takeErase(request: Request): Promise<Response> {
  const posted = await readForm(request);
  const now = clock.now();
  const erasing = await erasingOf(request, now);
  if (erasing instanceof Response) return erasing;
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  return posted.names.includes('code') ? erase(erasing, posted, now) : sendCode(erasing, now);
}
