import { newCodeDice } from '@/auth/codes';
import { say } from '@/lib/words/say';
import { copySecretOf, forgetCopySecret, keepCopySecret } from '@/auth/copy-cookie';
import { postWait } from '@/auth/post-limit';
import { participantSession } from '@/auth/sessions';
import { overLimit } from '@/db/limits';
import { languageIn } from '@/domain/language';
import { Refusal } from '@/domain/refusal';
import { listOwnRequests } from '@/features/funding/asking/queries';
import { listOwnReplies } from '@/features/events/copies/queries';
import { listOwnPairs } from '@/features/pairs/copies/queries';
import { clock } from '@/lib/clock';
import { webEnv } from '@/lib/env';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { hashToken } from '@/lib/token';
import { signatureOf } from '@/mail/compose';
import { html, messagePage, notFound, readForm, seeOther, type PostedForm } from '@/ui/http';
import { waitPage } from '@/ui/wait';
import { fullName } from '../commands';
import type { Owner } from '../queries';
import { codeSchema } from '../resume/schema';
import { askForCopyCode, startCopy, takeCopyOnce, type ProvenOwner } from './commands';
import { AskCopyPage, CopyCodePage } from './components/static/ask-copy-page';
import { CopyPage, WaitingCopyPage } from './components/static/copy-page';
import { findCopy, findCopyContact, findCopyGround, listOwnForms } from './queries';

const wrongCode = () => say('code.wrongCode');

const isProven = (session: Owner | null): session is ProvenOwner =>
  session !== null && session.personId !== null && session.email !== null;

const unproven = () => messagePage(say('copies.confirmYourAddressFirst'), say('copies.useTheLinkOrCode'), 403);

/** The proven person behind a request, or the answer to give instead. */
async function provenOwner(request: Request, now: Date): Promise<ProvenOwner | Response> {
  const session = await participantSession(request, now);
  if (!session) return seeOther(paths.resume());
  return isProven(session) ? session : unproven();
}

export async function showAskCopy(request: Request): Promise<Response> {
  const owner = await provenOwner(request, clock.now());
  if (owner instanceof Response) return owner;
  const sent = new URL(request.url).searchParams.has('sent');
  const asked = { email: owner.email, contact: await findCopyContact(owner) };
  return html(sent ? <CopyCodePage {...asked} /> : <AskCopyPage {...asked} />);
}

async function sendCode(owner: ProvenOwner, now: Date): Promise<Response> {
  const ground = await findCopyGround(owner);
  if (!ground) return seeOther(paths.status());
  const { organizationId, cycle, language } = ground;
  const asking = {
    owner,
    organizationId,
    language: languageIn(language),
    cycleName: fullName(cycle),
    signature: signatureOf(cycle),
  };
  if ((await overLimit('code', hashToken(owner.email))) === 0)
    await askForCopyCode(asking, newCodeDice(webEnv().AUTH_SECRET), now);
  return seeOther(`${paths.statusCopy()}?sent=1`);
}

async function tryCode(owner: ProvenOwner, posted: PostedForm, now: Date): Promise<Response> {
  const contact = await findCopyContact(owner);
  const again = (problem: string) =>
    html(<CopyCodePage email={owner.email} contact={contact} problems={{ code: problem }} />, 422);
  const code = codeSchema.safeParse(posted.text('code'));
  if (!code.success) return again(code.error.issues[0]?.message ?? wrongCode());
  if ((await overLimit('guess', hashToken(owner.email))) > 0) return again(say('copies.tooManyTriesWaitAn'));
  const ground = await findCopyGround(owner);
  if (!ground) return notFound();
  const typed = { owner, organizationId: ground.organizationId, code: code.data, secret: webEnv().AUTH_SECRET };
  return startCopy(typed, now).then(
    ({ copyId, copySecret }) => seeOther(paths.statusCopyOf(copyId), { cookies: [keepCopySecret(copyId, copySecret)] }),
    (error: unknown) => {
      if (error instanceof Refusal) return again(wrongCode());
      throw error;
    },
  );
}

/** Sends the code, or takes it. */
export async function takeAskCopy(request: Request): Promise<Response> {
  const posted = await readForm(request);
  const now = clock.now();
  const owner = await provenOwner(request, now);
  if (owner instanceof Response) return owner;
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  return posted.names.includes('code') ? tryCode(owner, posted, now) : sendCode(owner, now);
}

const gone = () => messagePage(say('copies.thisCopyIsGone'), say('copies.itWasShownAlreadyOr'), 410);

/** Whether the copy is ready; looking does not open it, the button does. */
export async function showCopy(request: Request, copyId: string): Promise<Response> {
  const now = clock.now();
  const owner = await provenOwner(request, now);
  if (owner instanceof Response) return owner;
  const copy = isId(copyId) ? await findCopy(owner, copyId) : null;
  if (!copy) return notFound();
  const over = now >= copy.expiresAt || !['asked', 'made'].includes(copy.state);
  return over
    ? gone()
    : html(<WaitingCopyPage copyId={copyId} ready={copy.state === 'made'} contact={await findCopyContact(owner)} />);
}

export async function takeCopy(request: Request, copyId: string): Promise<Response> {
  await readForm(request);
  const now = clock.now();
  const owner = await provenOwner(request, now);
  if (owner instanceof Response) return owner;
  const copySecret = isId(copyId) ? copySecretOf(request, copyId) : null;
  if (!copySecret) return gone();
  try {
    const opened = await takeCopyOnce({ owner, copyId, copySecret }, now);
    const [forms, contact] = [await listOwnForms(owner, opened), await findCopyContact(owner)];
    const [funding, pairs] = [await listOwnRequests(owner.personId), await listOwnPairs(owner.personId)];
    const events = await listOwnReplies(owner.personId);
    return await html(<CopyPage email={owner.email} {...{ forms, funding, pairs, events, now, contact }} />, 200, {
      cookies: [forgetCopySecret(copyId)],
    });
  } catch (error) {
    if (error instanceof Refusal) return gone();
    throw error;
  }
}
