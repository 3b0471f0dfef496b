import { newCodeDice } from '@/auth/codes';
import { refusalInWords } from '@/lib/words/refusals';
import { postWait } from '@/auth/post-limit';
import { overLimit } from '@/db/limits';
import { Refusal } from '@/domain/refusal';
import { webEnv } from '@/lib/env';
import { paths } from '@/lib/paths';
import { hashToken } from '@/lib/token';
import { html, notFound, readForm, seeOther } from '@/ui/http';
import { waitText } from '@/ui/wait';
import { findForm, isProvenAddress, isStarted, type FormAddress } from '../queries';
import { startSchema } from '../schema';
import { changeAddress } from './commands';
import { AddressPage } from './components/static/address-page';

export async function showAddress(request: Request, address: FormAddress): Promise<Response> {
  const form = await findForm(request, address);
  if (!form) return notFound();
  return isStarted(form)
    ? html(<AddressPage form={form} email="" />)
    : seeOther(paths.apply(form.cycle.code, form.role));
}

export async function takeAddress(request: Request, address: FormAddress): Promise<Response> {
  const form = await findForm(request, address);
  const posted = await readForm(request);
  if (!form) return notFound();
  const { cycle, role, draft, session, now } = form;
  if (!draft || !session || !isStarted(form)) return seeOther(paths.apply(cycle.code, role));
  const again = (problem: string, status: number) =>
    html(<AddressPage form={form} email={posted.text('email')} problems={{ email: problem }} />, status);
  const wait = await postWait(request);
  if (wait > 0) return again(waitText(wait), 429);
  const parsed = startSchema.safeParse({ email: posted.text('email') });
  if (!parsed.success) return again(parsed.error.issues[0]?.message ?? '', 422);
  const { email } = parsed.data;
  const mail = (await isProvenAddress(email)) || (await overLimit('mail', hashToken(email))) === 0;
  try {
    await changeAddress(
      { cycle, owner: session, draftId: draft.id, email, mail },
      newCodeDice(webEnv().AUTH_SECRET),
      now,
    );
  } catch (error) {
    if (error instanceof Refusal) return again(refusalInWords(error), 409);
    throw error;
  }
  return seeOther(
    draft.sentRevision === null
      ? `${paths.apply(cycle.code, role)}?started=1`
      : paths.applySection(cycle.code, role, 'sent'),
  );
}
